import type { Answer } from '../../protocol/answers.ts'
import type { Sender } from '../../protocol/roles.ts'
import { COMMAND_AGE_MS, PULSE_MS } from '../../protocol/socket.ts'
import type { View } from '../../protocol/views.ts'
import type { Life } from './server.ts'
import type { World } from './world.ts'

/** What a network does to what is sent, as chances between 0 and 1. */
export type Climate = { duplicate: number; reorder: number; lateAfterCut: number }

/** What the page at the end of a line hears. `onDown` once, when it knows that the line is gone. */
export type Ears = { onView(view: View): void; onDown(): void }

/** One connection of one page to one life of the server. */
export type Line = {
  /** `onHanded`: it reached the office, which does it now. */
  ask(command: object, onAnswer: (answer: Answer) => void, onHanded: () => void): void
  /** Cuts it: what is under way is lost, what the server has in its buffers may still be read. `noticedMs`: when the page sees. */
  cut(noticedMs: number): void
  /** Nothing arrives for so long, in both directions; what is sent meanwhile arrives afterwards. */
  stall(ms: number): void
  /** At the next command: cut before the office got it, or after and before the answer, or stalled for so many ms. */
  failAtCommand(how: 'before' | 'after' | number): void
  /** Whether nothing was heard of the server for so long that the page says so. */
  isSilent(): boolean
  /** Since when it is whole and nothing is under way on it; null while it is not. */
  quietSince(): number | null
}

/** A page says that it is not connected after so much silence (`ui/seen.ts`). */
const SILENCE_MS = 900
/** A server or page that heard nothing for so long gives the line up. */
const DEAD_MS = 16_000

/** It never reaches the Door, so the journal does not know it. */
const TOO_OLD: Answer = { status: 'refused', refusal: { code: 'too-old' } }

/** Opens a line: the server shows a first view at once. */
export const openLine = (world: World, life: Life, sender: Sender, climate: Climate, ears: Ears): Line => {
  const { time, seams } = world
  const draws = world.draws(`line ${sender.role} ${sender.place} ${time.now()}`)
  let isWhole = true
  let cutAt = 0
  let stalledUntil = 0
  let stalledFrom = 0
  let underWay = 0
  let lastToServer = 0
  let lastToPage = 0
  let touchedAt = time.now()
  let trap: 'before' | 'after' | number | null = null
  let isDownTold = false

  const down = (): void => {
    if (isDownTold) return
    isDownTold = true
    ears.onDown()
  }

  const carry = (to: 'server' | 'page', act: () => void): void => {
    if (!isWhole) return
    const sentAt = time.now()
    const hop = draws.uniform(1, 40)
    let at = (sentAt < stalledUntil ? stalledUntil : sentAt) + hop
    // Commands of one socket come in their order; of views a later one may overtake, which is harsher than TCP.
    if (to === 'server') lastToServer = at = Math.max(at, lastToServer)
    else if (!draws.chance(climate.reorder)) lastToPage = at = Math.max(at, lastToPage)
    const copies = draws.chance(climate.duplicate) ? 1 + Math.ceil(draws.uniform(0, 4)) : 1
    for (let copy = 0; copy < copies; copy++) {
      underWay += 1
      time.after(at - sentAt + (copy === 0 ? 0 : draws.uniform(0, 3000)), () => {
        underWay -= 1
        touchedAt = time.now()
        const isLate = to === 'server' && time.now() - cutAt < DEAD_MS && draws.chance(climate.lateAfterCut)
        if (isWhole || isLate) act()
      })
    }
  }

  const stopWatching = life.door.watch(sender, (view) => carry('page', () => ears.onView(view)))

  const cut = (noticedMs: number): void => {
    if (!isWhole) return
    isWhole = false
    cutAt = time.now()
    stopWatching()
    life.onDeath.delete(die)
    time.after(noticedMs, down)
  }
  const die = (): void => cut(5)
  life.onDeath.add(die)

  const stall = (ms: number): void => {
    if (!isWhole) return
    stalledFrom = time.now() < stalledUntil ? stalledFrom : time.now()
    stalledUntil = Math.max(stalledUntil, time.now() + ms)
    trap = null
    if (ms > DEAD_MS) time.after(DEAD_MS, () => cut(0))
  }

  return {
    ask(command, onAnswer, onHanded) {
      if (typeof trap === 'number') stall(trap)
      // The page says which pulse it heard last, and the server how long ago that was.
      const quietFrom = time.now() < stalledUntil ? stalledFrom : time.now()
      const heardAt = Math.floor(quietFrom / PULSE_MS) * PULSE_MS
      carry('server', () => {
        if (life.dead) return
        if (trap === 'before') return cut(900)
        if (trap === 'after') cut(900)
        const ageMs = time.now() - heardAt
        const isTooOld = ageMs > COMMAND_AGE_MS[sender.role === 'counter' ? 'counter' : 'others']
        if (isTooOld && !seams.takesOld) return carry('page', () => onAnswer(TOO_OLD))
        onHanded()
        time.stir()
        const answered = (answer: Answer): void => {
          if (!life.dead) carry('page', () => onAnswer(answer))
        }
        // A fault ends the life by itself.
        life.door.submit(command, sender).then(answered, () => {})
      })
    },
    cut,
    stall,
    failAtCommand(how) {
      trap = how
    },
    isSilent: () =>
      (!isWhole && time.now() - cutAt > SILENCE_MS) ||
      (time.now() < stalledUntil && time.now() - stalledFrom > SILENCE_MS),
    quietSince: () => (isWhole && underWay === 0 && time.now() >= stalledUntil ? touchedAt : null),
  }
}
