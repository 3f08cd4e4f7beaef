import type { Answer } from '../../protocol/answers.ts'
import type { Entry, Journal } from '../../server/journal/journal.ts'
import type { EventOf, OfficeEvent } from '../../server/rules/events.ts'
import { type Seams, SOUND } from './world.ts'

/** A way to break the product: what it is called, and what stands in the place of a port. */
export type Planted = { name: string; finds: RegExp; seams: () => Seams }

/** Rules that go wrong: what they decided is changed on its way to the disk, which is what the Door goes on with, too. */
const misruled = (change: (entry: Entry, life: number, wall: number) => void): Partial<Seams> => ({
  journal: (journal, life, time) => ({
    ...journal,
    append(entry) {
      change(entry, life, time.wall())
      return journal.append(entry)
    },
  }),
})

/** A Door that spoils every `nth` command where it is a counter's. */
const spoilEvery =
  (nth: number, spoil: (submit: () => Promise<Answer>) => Promise<Answer>): Seams['door'] =>
  (door) => {
    let count = 0
    return {
      ...door,
      submit(input, sender) {
        count += 1
        const submit = () => door.submit(input, sender)
        return sender.role === 'counter' && count % nth === 0 ? spoil(submit) : submit()
      },
    }
  }

const isOf =
  <T extends OfficeEvent['type']>(type: T) =>
  (event: OfficeEvent): event is EventOf<T> =>
    event.type === type

/** A server that forgets, when it starts again, the events that `choose` finds among all. */
const forgetful = (choose: (all: readonly OfficeEvent[]) => (event: OfficeEvent) => boolean): Partial<Seams> => ({
  journal: (journal, life): Journal => ({
    ...journal,
    async *read(afterSeq) {
      const all = []
      for await (const recorded of journal.read(afterSeq)) all.push(recorded)
      const isLost = choose(all.map(({ event }) => event))
      yield* life === 1 ? all : all.filter(({ event }) => !isLost(event))
    },
  }),
})

const lastNumber = (all: readonly OfficeEvent[]) => {
  const last = all.findLast(isOf('CheckedIn'))
  return (event: OfficeEvent) => event === last
}

const openPapers = (all: readonly OfficeEvent[]) => {
  const begun = new Set(all.filter(isOf('SlipReported')).map(({ slipId }) => slipId))
  return (event: OfficeEvent) => event.type === 'SlipQueued' && !begun.has(event.slipId)
}

/** Whoever waits, in the order of their coming, kept beside the rules. */
const newestFirst = (): Partial<Seams> => {
  const waiting: EventOf<'CheckedIn'>[] = []
  return misruled(({ events }) => {
    waiting.push(...events.filter(isOf('CheckedIn')))
    for (const called of events.filter(isOf('Called'))) {
      const newest = waiting.findLast(({ stage, callableFromAt }) => stage === called.stage && callableFromAt <= 0)
      const other = newest ?? waiting.filter(({ stage }) => stage === called.stage).at(-1)
      if (other !== undefined) called.ticketId = other.ticketId
      waiting.splice(
        waiting.findIndex(({ ticketId }) => ticketId === called.ticketId),
        1,
      )
    }
  })
}

/** Two counters are given the ticket that was called last. */
const calledTwice = (): Partial<Seams> => {
  let last: string | null = null
  return misruled(({ events }) => {
    for (const called of events.filter(isOf('Called'))) {
      if (last !== null) called.ticketId = last
      last = last === null ? called.ticketId : null
    }
  })
}

/** A clock that went back opens the day once more. */
const daysByTheWall = (): Partial<Seams> => {
  let latest = 0
  return misruled(({ events }, _, wall) => {
    const [event] = events
    if (wall < latest - 600_000 && event?.type === 'CheckedIn') {
      events.unshift({ type: 'DayOpened', day: event.ticketId.slice(0, 10) })
      latest = 0
    }
    latest = Math.max(latest, wall)
  })
}

const disk = (change: Partial<Seams['disk']>): Partial<Seams> => ({ disk: { ...SOUND.disk, ...change } })

const PLANTED: [name: string, finds: RegExp, change: () => Partial<Seams>][] = [
  ['an answer leaves before its events are synced', /I4: .* is lost/, () => disk({ syncs: false })],
  ['half of a transaction survives a crash', /I[146]|damaged|not start/, () => disk({ tears: true, syncs: false })],
  ['a link of the chain is skipped', /does not fit the chain/, () => disk({ links: false })],
  ['answers are not stored with their events', /twice/, () => disk({ keepsAnswers: false })],
  [
    'a repeated command is done again',
    /twice/,
    () => ({ journal: (journal) => ({ ...journal, answerOf: async () => null }) }),
  ],
  ['two counters are given one ticket', /I2/, calledTwice],
  ['a number is given twice after a restart', /I1/, () => forgetful(lastNumber)],
  [
    'a number is left out',
    /I1/,
    () => {
      let given = 0
      return misruled(({ events }) => {
        for (const event of events.filter(isOf('CheckedIn'))) {
          given += 1
          if (given % 3 > 0) continue
          const next = `${event.letter}${String(Number(event.number.slice(1)) + 1).padStart(3, '0')}`
          const { ticketId } = event
          event.ticketId = ticketId.replace(event.number, next)
          event.number = next
          for (const slip of events.filter(isOf('SlipQueued')))
            if (slip.ticketId === ticketId) slip.ticketId = event.ticketId
        }
      })
    },
  ],
  [
    'a screen shows what comes last, however old it is',
    /I5/,
    () => ({
      show: (_, view) => ({ status: 'live', view, lostAt: null }),
    }),
  ],
  [
    'a screen is not told of every change',
    /I5/,
    () => ({
      door: (door) => ({
        ...door,
        watch(sender, onView) {
          let count = 0
          return door.watch(sender, (view) => {
            count += 1
            if (count % 5 > 0) onView(view)
          })
        },
      }),
    }),
  ],
  [
    'a page keeps a command until its line is back',
    /after it was sent/,
    () => ({ keepsCommands: true, takesOld: true }),
  ],
  ['a command is done however late it comes', /after it was sent/, () => ({ takesOld: true })],
  ['a page asks again under a new id', /nobody asked/, () => ({ newIdOnRetry: true })],
  ['a paper that waits is forgotten at a restart', /I6/, () => forgetful(openPapers)],
  ['a doubtful paper is printed again, unmarked', /I6: .* two unmarked/, () => ({ printsAgain: true })],
  [
    'a ticket comes without its paper',
    /I6: .* without a paper/,
    () =>
      misruled(({ events }) => {
        const slip = events.findIndex(isOf('SlipQueued'))
        if (slip >= 0) events.splice(slip, 1)
      }),
  ],
  ['the newest is called first', /I3/, newestFirst],
  ['a clock that goes back opens the day again', /I1/, daysByTheWall],
  [
    'the machine’s clock is believed whatever it shows',
    /clock that was set/,
    () => ({
      time: ({ machine: { now, wakeAt } }) => ({
        ...{ now, wakeAt, doubt: () => null, trust: () => {}, onTrusted: () => () => {} },
      }),
    }),
  ],
  [
    'events are stamped by the wall clock',
    /T1/,
    () =>
      misruled((entry, _, wall) => {
        entry.at = wall
      }),
  ],
  [
    'something is done and said to be refused',
    /I4: .* (was refused and took effect|another answer)/,
    () => ({
      door: spoilEvery(7, async (submit) => {
        const answer = await submit()
        return answer.status === 'taken' ? { status: 'refused', refusal: { code: 'wrong-step' } } : answer
      }),
    }),
  ],
  [
    'an acknowledged command is done by nobody',
    /I4: .* is lost/,
    () => ({
      door: spoilEvery(9, async () => ({ status: 'taken', result: { kind: 'done' } })),
    }),
  ],
]

/** Every planted fault. What it does is made anew for each storm, and it is found by a sentence that fits. */
export const planted: readonly Planted[] = PLANTED.map(([name, finds, change]) => ({
  name,
  finds,
  seams: () => ({ ...SOUND, ...change() }),
}))
