import { createHash } from 'node:crypto'
import type { Answer } from '../../protocol/answers.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View, ViewOf } from '../../protocol/views.ts'
import type { Clock } from '../../server/clock.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { type OpenedOffice, openOfficeDoor } from '../../server/office.ts'
import type { Seal } from '../../server/seal.ts'
import { at, DENPASAR, TODAY } from './denpasar.ts'
import { openMemoryJournal } from './memory-journal.ts'

/** A clock that stands until it is moved; what falls due on the way happens in order. */
export type VirtualClock = Clock & { set(to: number): void; pass(minutes: number): void }

export const virtualClock = (start: number): VirtualClock => {
  let now = start
  const due = new Set<{ at: number; wake: () => void }>()
  const clock: VirtualClock = {
    now: () => now,
    wakeAt(when, wake) {
      const entry = { at: when, wake }
      due.add(entry)
      return () => due.delete(entry)
    },
    set(to) {
      for (;;) {
        const [first] = [...due].filter((entry) => entry.at <= to).sort((a, b) => a.at - b.at)
        if (first === undefined) break
        due.delete(first)
        now = Math.max(now, first.at)
        first.wake()
      }
      now = to
    },
    pass: (minutes) => clock.set(now + minutes * 60_000),
  }
  return clock
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Hashes like the real ones, with no secret, and a code's key is its hash, so that a test can tell it. */
export const testSeal: Seal = {
  codeHash: (code) => hash(`booking ${code.trim().toUpperCase()}`).slice(0, 22),
  newKey: (codeHash) => codeHash,
  digest: hash,
  passDigest: (text) => hash(`pass ${text}`),
  tokenOf: (ticketId) => hash(`status ${ticketId}`).slice(0, 22),
  answerKey: (ticketId) => hash(`survey ${ticketId}`).slice(0, 22),
}

const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
let made = 0
/** Command ids that differ. */
export const nextId = (): string => {
  made += 1
  return `test-command-${String(made).padStart(8, '0')}`
}

/** An office of the tests, opened on the morning of the day: Denpasar on a virtual clock. */
export const openTestOffice = async (options: { clock?: VirtualClock; journal?: Journal; fresh?: boolean } = {}) => {
  const clock = options.clock ?? virtualClock(at('07.00'))
  const faults: unknown[] = []
  const door: OpenedOffice = await openOfficeDoor({
    journal: options.journal ?? openMemoryJournal(),
    clock,
    seal: testSeal,
    epoch: nextId(),
    onFault: (fault) => faults.push(fault),
  })
  const ask = (wish: Wish, sender: Sender): Promise<Answer> => door.submit({ ...wish, commandId: nextId() }, sender)
  if (options.fresh !== false) {
    await ask({ type: 'ConfigureOffice', office: DENPASAR }, CONSOLE)
    await ask({ type: 'OpenDay', day: TODAY }, CONSOLE)
  }
  return { door, clock, ask, faults, asConsole: CONSOLE }
}

/** What a screen of this sender shows now, following every view. */
export const watching = <R extends View['role']>(door: OpenedOffice, role: R, sender: Sender) => {
  const views: ViewOf<R>[] = []
  const isOwn = (view: View): view is ViewOf<R> => view.role === role
  const stop = door.watch(sender, (view) => {
    if (isOwn(view)) views.push(view)
  })
  const now = (): ViewOf<R> => {
    const view = views.at(-1)
    if (view === undefined) throw new Error(`no view for ${role} yet`)
    return view
  }
  return { views, now, stop }
}
