import { createServer, type Socket } from 'node:net'
import type { Patience } from '../../line/keep-open.ts'
import { type Line, REAL_TIMERS, type Timers } from '../../line/line.ts'
import { tcpPort } from '../ports/tcp.ts'
import type { Talk } from './printer-state.ts'
import { createSimulatedPrinter, type SimulatedPrinter } from './simulated-printer.ts'

/** A listening simulated printer; `tcpPort` is the number it listens on. */
export type Listening = { tcpPort: number; stop(): Promise<void> }

/**
 * Lets the printer be reached over TCP on the loopback, as a printer in the office's network is: one connection at a time,
 * the newest wins. Without power it goes silent and takes no new connection; when the power comes back the old connection
 * is dead, as after a real power cut. `onPort` 0 is any free port. Rejects when the port is taken.
 */
export async function listenSimulated(printer: SimulatedPrinter, onPort = 0): Promise<Listening> {
  let held: Socket | null = null
  let powered = printer.state().power === 'on'
  const server = createServer((socket) => {
    // A peer that vanishes is told by `close`; its error says nothing more.
    socket.on('error', () => socket.destroy())
    if (!powered) return socket.destroy()
    held?.destroy()
    held = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) =>
      printer.take(bytes, (answer) => {
        if (socket.writable) socket.write(answer)
      }),
    )
    socket.on('close', () => {
      if (held === socket) held = null
    })
  })
  const stopListening = printer.onState((state) => {
    const now = state.power === 'on'
    if (now && !powered) held?.resetAndDestroy()
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
export async function startSimulated(given: {
  clock: () => number
  columns: number
  talk?: Talk
  timers?: Timers
  patience?: Partial<Patience>
}): Promise<{ printer: SimulatedPrinter; port: Line; stop(): Promise<void> }> {
  const printer = createSimulatedPrinter(given)
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
