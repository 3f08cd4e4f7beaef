import type { Draws } from '../../simulator/generate/draws.ts'
import type { Client } from './client.ts'
import type { Disk } from './disk.ts'
import type { Printer } from './printer.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

/** What the weather can spoil. */
export type Exposed = { server: Server; disk: Disk; clients: () => readonly Client[]; printers: readonly Printer[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const pick = <T>(draws: Draws, all: readonly T[]): T | undefined => all[Math.floor(draws.uniform(0, all.length))]

/** Undoes a fault after so many ms, or when the storm is over. */
type MendLater = (ms: number, mend: () => void) => void

/** Kinds of faults. Each does one thing, after which the world mends by itself. */
const faultsOn = (world: World, { server, disk, clients, printers }: Exposed, draws: Draws, mendLater: MendLater) => {
  const { time } = world
  const say = (who: string, what: string): void => world.tell(who, () => what)
  const onLine = (act: (client: Client) => string): void => {
    const client = pick(draws, clients())
    if (client?.line()) say('network', `${client.name}: ${act(client)}`)
  }
  return {
    kill: () => server.kill('is killed', draws.uniform(500, 20_000)),
    killAtWrite() {
      disk.trouble.trap = draws.oneOf([
        ['before-write', 0.3],
        ['before-sync', 0.35],
        ['before-answer', 0.35],
      ])
      disk.trouble.trapIn = Math.floor(draws.uniform(0, 3))
    },
    diskFails() {
      disk.trouble.failWith = draws.chance(0.5) ? 'full' : 'sync'
      disk.trouble.failIn = Math.floor(draws.uniform(0, 3))
    },
    diskIsSlow() {
      disk.trouble.slowMs = draws.uniform(200, 3000)
      say('disk', 'is slow')
      mendLater(draws.uniform(2000, 20_000), () => {
        disk.trouble.slowMs = 0
      })
    },
    cut: () =>
      onLine((client) => {
        client.line()?.cut(
          draws.oneOf([
            [5, 0.6],
            [draws.uniform(900, 16_000), 0.4],
          ]),
        )
        return 'its line is cut'
      }),
    cutAll() {
      for (const client of clients()) client.line()?.cut(draws.uniform(0, 900))
      say('network', 'every line is cut')
    },
    stall: () =>
      onLine((client) => {
        client.line()?.stall(draws.uniform(500, 20_000))
        return 'nothing passes for a while'
      }),
    failAtCommand: () =>
      onLine((client) => {
        const how = draws.oneOf<'before' | 'after' | number>([
          ['before', 0.35],
          ['after', 0.35],
          [draws.uniform(2000, 15_900), 0.3],
        ])
        client.line()?.failAtCommand(how)
        return `its line will fail at the next command (${typeof how === 'number' ? 'stall' : how})`
      }),
    clockSteps() {
      const ms = draws.oneOf([
        [HOUR, 0.3],
        [-HOUR, 0.3],
        [24 * HOUR, 0.16],
        [-time.wall(), 0.12],
        [Date.UTC(2099, 5, 1) - time.wall(), 0.12],
      ])
      time.stepWall(ms)
      say('clock', `is set to ${new Date(time.wall()).toISOString()}`)
      if (draws.chance(0.7)) mendLater(draws.uniform(MINUTE, 10 * MINUTE), () => time.stepWall(-ms))
    },
    clockStands() {
      time.freezeWall(true)
      say('clock', 'stands')
      mendLater(draws.uniform(MINUTE, 10 * MINUTE), () => time.freezeWall(false))
    },
    printerStops() {
      const printer = pick(draws, printers)
      printer?.set(
        draws.oneOf([
          ['no-paper', 0.4],
          ['hot', 0.2],
          ['cover-open', 0.2],
          ['offline', 0.2],
        ]),
      )
      mendLater(draws.uniform(5000, 5 * MINUTE), () => printer?.set('ready'))
    },
  }
}

/** How often each kind of fault comes in bad weather, beside the others. */
const WEIGHTS: Record<keyof ReturnType<typeof faultsOn>, number> = {
  ...{ kill: 2, killAtWrite: 3, diskFails: 1, diskIsSlow: 1, cut: 4, cutAll: 1, stall: 3, failAtCommand: 5 },
  ...{ clockSteps: 0.8, clockStands: 0.3, printerStops: 2 },
}
const KINDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]

/**
 * Lets faults come as long as the storm goes on, `meanMs` apart on average; a storm has favourites among them. Returns what
 * mends everything that is spoilt still.
 */
export const letItStorm = (world: World, exposed: Exposed, meanMs: number): (() => void) => {
  const draws = world.draws('weather')
  const broken = new Set<() => void>()
  const mendLater: MendLater = (ms, mend) => {
    broken.add(mend)
    world.time.after(ms, () => broken.delete(mend) && mend())
  }
  const faults = faultsOn(world, exposed, draws, mendLater)
  const weights = KINDS.map((kind) => [kind, WEIGHTS[kind] * (draws.chance(0.3) ? 0 : draws.exponential(1))] as const)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  const wait = (): void =>
    void world.time.after(draws.exponential(meanMs), () => {
      if (total === 0 || !world.mayGoOn()) return
      let left = draws.uniform(0, total)
      for (const [kind, weight] of weights) {
        left -= weight
        if (left >= 0) continue
        faults[kind]()
        break
      }
      wait()
    })
  wait()
  return () => {
    for (const mend of broken) mend()
    broken.clear()
    Object.assign(exposed.disk.trouble, { failIn: null, trapIn: null })
    for (const client of exposed.clients()) client.line()?.failAtCommand(0)
  }
}
