import type { Wish } from '../../protocol/commands.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { keepForecasts } from '../../server/forecasts.ts'
import { type OpenedOffice, openOfficeDoor } from '../../server/office.ts'
import type { OfficeClock } from '../../server/office-clock.ts'
import { makeSeal } from '../../server/seal.ts'
import type { Disk } from './disk.ts'
import type { World } from './world.ts'

/** The machine itself, which sets the office up and enters its bookings. */
export const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }

/** One life of the server, from a start to a kill. */
export type Life = { no: number; door: OpenedOffice; clock: OfficeClock; dead: boolean; onDeath: Set<() => void> }

/** The server's process: started, killed and started again on the same disk. */
export type Server = {
  /** The life that answers now, null while it is down or starts. */
  life(): Life | null
  /** How often it was started. */
  lives(): number
  /** When it began to believe the machine's clock, virtual ms: at each start, and when that was set right afterwards. */
  trusts(): readonly number[]
  start(): void
  /** Ends the life at once. Comes back by itself after `downMs`, as its supervisor in the system would have it. */
  kill(why: string, downMs: number): void
  /** Somebody wants to know when a life begins. */
  onStart(act: (life: Life) => void): void
}

/** How long a server that ended by a fault of its own is away. */
const RESTART_MS = 700
const NEVER = new Promise<never>(() => {})

/** The real Door, days and likely calls on the world's disk and clock. `isMinuteKept`: likely calls are kept up. */
export const makeServer = (world: World, disk: Disk, office: Office, isMinuteKept: boolean): Server => {
  const { time, seams } = world
  const secret = makeSeal(new TextEncoder().encode('the secret of a storm, 32 bytes.'))
  const seal = { ...secret, newKey: () => world.newId('key') }
  const starters = new Set<(life: Life) => void>()
  const trusts: number[] = []
  let lives = 0
  let current: Life | null = null
  /** Ends the life that starts or stands now. */
  let end: (() => void) | null = null

  const start = (): void => {
    if (end !== null) return
    lives += 1
    const no = lives
    const trust = (): void => void trusts.push(time.now())
    trust()
    let isDead = false
    const onDeath = new Set<() => void>()
    end = () => {
      isDead = true
      current = null
      end = null
      disk.crash()
      for (const act of onDeath) act()
    }
    const fall = (why: string): void => {
      if (!isDead) kill(why, RESTART_MS)
    }
    const clock = seams.time({
      ...{ machine: time.clock(() => isDead), lastAt: disk.lastAt(), zone: () => office.zone },
      ...{ isClosed: () => false, isExample: () => false },
    })
    clock.onTrusted(trust)
    const live = async (): Promise<void> => {
      const journal = disk.open({ isDead: () => isDead, trapped: (trap) => fall(`killed ${trap}`) })
      const door = seams.door(
        await openOfficeDoor({
          journal: seams.journal(journal, no, time),
          ...{ clock, seal, epoch: `life-${no}` },
          onFault: (fault) => fall(`ended by its fault: ${String(fault)}`),
        }),
      )
      // Whom the disk failed hears nothing more: the process ends by that fault.
      const house = {
        ...door,
        submit: (...of: Parameters<typeof door.submit>) => door.submit(...of).catch(() => NEVER),
      }
      const ask = (wish: Wish) => house.submit({ ...wish, commandId: world.newId('house') }, CONSOLE)
      if (door.state().office === null) await ask({ type: 'ConfigureOffice', office })
      const newCommandId = () => world.newId('house')
      await seams.days({ office: house, zone: () => office.zone, clock, newCommandId })
      if (isDead) return
      if (isMinuteKept) keepForecasts({ office: house, clock, newCommandId })
      const life: Life = { no, door, clock, dead: false, onDeath }
      onDeath.add(() => {
        life.dead = true
      })
      current = life
      world.tell('server', () => `answers (life ${no})`)
      for (const act of starters) act(life)
    }
    time.stir()
    live().catch((cause: unknown) => {
      if (isDead) return
      // A server that refuses its journal stays down: somebody has to come.
      if (cause instanceof Error && cause.name === 'JournalDamage') {
        world.troubles.push(`the server does not start: ${cause.message}`)
        world.calm = true
      } else fall(`did not start: ${String(cause)}`)
    })
  }

  const kill = (why: string, downMs: number): void => {
    if (end === null) return
    world.tell('server', () => why)
    end()
    time.after(downMs, start)
  }

  return {
    life: () => current,
    lives: () => lives,
    trusts: () => trusts,
    start,
    kill,
    onStart: (act) => void starters.add(act),
  }
}
