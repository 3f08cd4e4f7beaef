import { connect } from 'node:net'
import { type Dial, keepOpen, type Patience } from '../../line/keep-open.ts'
import type { Line, Timers } from '../../line/line.ts'

const CONNECT_MS = 3_000
const KEEP_ALIVE_MS = 10_000

const dialTcp =
  (host: string, port: number): Dial =>
  (ear) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS })
      let reason = 'hung up'
      socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('connect timed out')))
      socket.on('error', (error) => {
        reason = error.message
      })
      socket.on('data', (bytes) => ear.heard(bytes))
      // After a failed attempt this answers the dialler; after a connection the promise is settled and only `lost` counts.
      socket.on('close', () => {
        resolve(reason)
        ear.lost(reason)
      })
      socket.on('end', () => socket.destroy())
      socket.on('connect', () => {
        socket.setTimeout(0)
        resolve({
          write: (bytes) =>
            new Promise((done) => {
              socket.write(bytes, (error) => done(error ? error.message : null))
            }),
          hangUp: () => socket.destroy(),
        })
      })
    })

/** A printer on the network, raw port (9100 as a rule). Printers take one connection at a time, so one is held. */
export function tcpPort(host: string, port: number, timers?: Timers, patience?: Partial<Patience>): Line {
  return keepOpen(dialTcp(host, port), timers, patience)
}
