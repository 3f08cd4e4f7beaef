import { createServer, type Socket } from 'node:net'
import type { Patience } from '../../line/keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from '../../line/line.ts'
import { tcpPort } from '../ports/tcp.ts'
import { createSimulatedPrinter, type SimulatedPrinter, type Simulation } from './simulated-printer.ts'
import { createSlowLine } from './slow-line.ts'

/** A listening simulated printer; `tcpPort` is the number it listens on. */
export type Listening = { tcpPort: number; stop(): Promise<void> }

/**
 * How a printer can be reached. `baud`: its bytes come as slowly as over a serial line of this speed. `clients`: one at a
 * time, the newest wins, or others are refused while one is there. `whenOff`: without power the connection goes silent,
 * as with most network printers, or is closed.
 */
export type Reach = {
  baud?: number
  timers?: Timers
  clients?: 'newest' | 'first'
  whenOff?: 'silent' | 'closes'
}

/** What may be on its way over a slow line before the host has to wait. */
const UNDER_WAY = 4_096

/**
 * Lets the printer be reached over TCP on the loopback, as a printer in the office's network is. Without power it takes no
 * new connection; when the power comes back the old connection is dead, as after a real power cut. `onPort` 0 is any free
 * port. Rejects when the port is taken.
 */
export async function listenSimulated(printer: SimulatedPrinter, onPort = 0, reach: Reach = {}): Promise<Listening> {
  const { baud, timers = REAL_TIMERS, clients = 'newest', whenOff = 'silent' } = reach
  let held: Socket | null = null
  let powered = printer.state().power === 'on'
  /** What is under way arrives, also when its host has hung up meanwhile. */
  const toPrinter = (bytes: Uint8Array) => {
    const socket = held
    printer.take(bytes, (answer) => {
      if (socket?.writable) socket.write(answer)
    })
    settle()
  }
  const slow =
    baud === undefined
      ? null
      : createSlowLine({ baud, timers, mayDeliver: () => !printer.isBusy(), deliver: toPrinter })
  const settle = () => {
    const holdsOff = (slow === null && printer.isBusy()) || (slow?.waiting() ?? 0) > UNDER_WAY
    if (holdsOff) held?.pause()
    else held?.resume()
  }
  const server = createServer((socket) => {
    // A peer that vanishes is told by `close`; its error says nothing more.
    socket.on('error', () => socket.destroy())
    if (!powered || (held !== null && clients === 'first')) return socket.destroy()
    held?.destroy()
    slow?.stop()
    held = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) => {
      if (slow === null) toPrinter(bytes)
      else slow.take(bytes)
      settle()
    })
    socket.on('close', () => {
      if (held === socket) held = null
    })
  })
  const stopHolding = printer.onBusy(() => {
    slow?.stir()
    settle()
  })
  const stopListening = printer.onState((state) => {
    const now = state.power === 'on'
    if (now && !powered) held?.resetAndDestroy()
    if (!now && whenOff === 'closes') held?.destroy()
    powered = now
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(onPort, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  return {
    tcpPort: address !== null && typeof address === 'object' ? address.port : onPort,
    stop() {
      slow?.stop()
      stopHolding()
      stopListening()
      held?.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/**
 * What the port text `simulated` stands for: a simulated printer listening on a free loopback port, and the TCP port that
 * leads to it, still closed. So a simulated office runs the very code of a real one.
 */
export async function startSimulated(
  given: Simulation & {
    patience?: Partial<Patience>
  },
): Promise<{ printer: SimulatedPrinter; port: Line; stop(): Promise<void> }> {
  // A network stands still where a printer takes no more; nothing is lost on it.
  const printer = createSimulatedPrinter({ flow: 'dtr', ...given })
  const listening = await listenSimulated(printer)
  const port = tcpPort('127.0.0.1', listening.tcpPort, given.timers ?? REAL_TIMERS, given.patience)
  return {
    printer,
    port,
    async stop() {
      await port.close()
      await listening.stop()
    },
  }
}
