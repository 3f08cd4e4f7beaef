import type { Line } from '../../line/line.ts'
import type { SimulatedPrinter, Simulation } from '../simulated/simulated-printer.ts'
import { startSimulated } from '../simulated/start-simulated.ts'
import { openPort } from './open-port.ts'

/** The port of a printer, still closed, and the simulated printer behind it where it is none of metal. */
export type OpenedPrinter = { port: Line; simulated: SimulatedPrinter | null; stop(): Promise<void> }

/**
 * Whatever a port's text of the office's document names: `simulated`, which is started as `simulation` says, or the port of
 * a real printer. `stop` ends what was started, after the driver. Rejects for a text that is no port.
 */
export const openPrinter = async (text: string, simulation: Simulation): Promise<OpenedPrinter> => {
  if (text !== 'simulated') return { port: openPort(text), simulated: null, stop: async () => {} }
  const { printer, port, stop } = await startSimulated(simulation)
  return { port, simulated: printer, stop }
}
