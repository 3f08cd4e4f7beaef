import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pickFor, type Waiting } from '../../server/rules/dispatch.ts'
import { byTurn } from '../../server/rules/tickets.ts'

const STAGES = ['documents', 'interview', 'photo', 'pickup']
type Person = Waiting & { stage: string }
type Desk = { number: number; stages: string[]; helps: string[] }

/** Few minutes and few counters, so that ties, early birds and reservations meet. */
const people: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...STAGES),
      turnAt: fc.integer({ min: 0, max: 8 }),
      tie: fc.integer({ min: 0, max: 3 }),
      callableFromAt: fc.integer({ min: 0, max: 8 }),
      reserved: fc.option(fc.record({ counter: fc.integer({ min: 1, max: 2 }), strict: fc.boolean() }), { freq: 2 }),
    }),
    { maxLength: 20 },
  )
  .map((all) => all.map((person, order) => ({ ...person, order })))

const desk: fc.Arbitrary<Desk> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.shuffledSubarray(STAGES), fc.nat({ max: 4 }))
  .map(([number, stages, own]) => ({ number, stages: stages.slice(0, own), helps: stages.slice(own) }))

/** The rule as section 2 of queue-rules says it, with nothing but filter and sort. */
const byTheBook = ({ number, stages, helps }: Desk, all: readonly Person[], at: number) => {
  const callable = all.filter(({ callableFromAt }) => callableFromAt <= at).sort(byTurn)
  const forUs = ({ reserved }: Person) => reserved === null || reserved.counter === number
  const notSentAway = (person: Person) => forUs(person) || person.reserved?.strict === false
  const ways = [
    { pool: callable.filter((p) => stages.includes(p.stage) && forUs(p)), helping: false },
    { pool: callable.filter((p) => helps.includes(p.stage) && forUs(p)), helping: true },
    { pool: callable.filter((p) => stages.includes(p.stage) && notSentAway(p)), helping: false },
    { pool: callable.filter((p) => helps.includes(p.stage) && notSentAway(p)), helping: true },
  ]
  const way = ways.find(({ pool }) => pool.length > 0)
  const [first, second = null] = way?.pool ?? []
  return way === undefined || first === undefined ? null : { first, second, helping: way.helping }
}

const queuesOf = (all: readonly Person[]) => {
  const inOrder = [...all].sort(byTurn)
  return (at: string): readonly Person[] => inOrder.filter(({ stage }) => stage === at)
}

describe('the selection at a free counter', () => {
  test('is that of the rule written down plainly: own stages, then help, then those kept for others', () => {
    let helped = 0
    let spared = 0
    fc.assert(
      fc.property(desk, people, fc.integer({ min: 0, max: 8 }), (counter, all, at) => {
        const picked = pickFor(counter, queuesOf(all), at)
        expect(picked).toEqual(byTheBook(counter, all, at))
        if (picked?.helping) helped += 1
        const kept = picked?.first.reserved
        if (kept && kept.counter !== counter.number) spared += 1
      }),
      { numRuns: 10_000 },
    )
    expect(helped).toBeGreaterThan(500)
    expect(spared).toBeGreaterThan(100)
  })

  test('never takes one who was sent to another counter by name', () => {
    fc.assert(
      fc.property(desk, people, (counter, all) => {
        const reserved = pickFor(counter, queuesOf(all), 8)?.first.reserved
        expect(reserved?.strict === true && reserved.counter !== counter.number).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })
})
