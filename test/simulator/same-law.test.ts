import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseNext } from '../../server/rules/dispatch.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET } from '../../server/rules/state.ts'
import { importsOf, ROOT } from '../architecture/sources.ts'
import { firstDayOf, SCENARIOS } from './given-days.ts'
import { onlyDay, play } from './make-day.ts'

const importsIn = (path: string) =>
  importsOf({ path, text: readFileSync(join(ROOT, path), 'utf8') })
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ target }) => target)

test('the simulator decides and remembers with the very files of the server', () => {
  for (const law of ['server/rules/decide.ts', 'server/rules/evolve.ts']) {
    expect(importsIn('server/office.ts')).toContain(law)
    expect(importsIn('simulator/rules-desk.ts')).toContain(law)
  }
})

test.each(SCENARIOS)('on a day of %s every call is whom the server would call next', (scenario) => {
  let state = NOTHING_YET
  let calls = 0
  for (const { event, at } of play(onlyDay(firstDayOf(scenario)), 'window+help2').log) {
    if (event.type === 'Called') {
      const counter = state.counters[event.counter]
      expect(counter && chooseNext(state, event.counter, counter, at)?.ticket.ticketId).toBe(event.ticketId)
      calls += 1
    }
    state = evolve(state, event, at)
  }
  expect(calls).toBeGreaterThan(200)
})
