import { expect, test } from 'vitest'
import type { AnswerStore } from '../../server/answers/answer-store.ts'
import { five } from '../survey/sample-answers.ts'

/** A key as the seal makes them. */
export const keyOf = (no: number): string => `key-of-ticket-${String(no).padStart(8, '0')}`
const [said = {}, other = {}] = five

/** What every store of answers promises, wherever it lies. `newStore` makes an empty one. */
export const promisesOfAnAnswerStore = (newStore: () => Promise<AnswerStore>): void => {
  test('the first answers of a ticket stand', async () => {
    const store = await newStore()
    await store.keep(keyOf(1), 'exit', said)
    await store.keep(keyOf(1), 'phone', other)
    for (const no of [2, 3, 4, 5]) await store.keep(keyOf(no), 'exit', other)
    await store.release('2026-11')
    const released = await store.released()
    expect(released.filter(({ channel }) => channel === 'phone')).toEqual([])
    expect(released).toContainEqual({ month: '2026-11', channel: 'exit', answers: said })
  })

  test('what is dropped is gone, the others of today stay', async () => {
    const store = await newStore()
    for (const no of [1, 2]) await store.keep(keyOf(no), 'exit', said)
    await store.drop(keyOf(1))
    expect(await store.keys()).toEqual([keyOf(2)])
  })

  test('fewer than five wait for others, and join together in the month of the last', async () => {
    const store = await newStore()
    for (const no of [1, 2, 3, 4]) await store.keep(keyOf(no), 'exit', said)
    await store.release('2026-11')
    expect(await store.released()).toEqual([])
    expect(await store.keys()).toEqual([])
    await store.keep(keyOf(5), 'exit', said)
    await store.release('2026-12')
    expect((await store.released()).map(({ month }) => month)).toEqual(Array.from({ length: 5 }, () => '2026-12'))
  })

  test('a release without answers leaves what joined before as it was', async () => {
    const store = await newStore()
    for (const no of [1, 2, 3, 4, 5]) await store.keep(keyOf(no), 'exit', said)
    await store.release('2026-11')
    await store.release('2026-12')
    expect((await store.released()).map(({ month }) => month)).toEqual(Array.from({ length: 5 }, () => '2026-11'))
  })

  test('after the day nothing tells in which order people answered', async () => {
    const store = await newStore()
    const marks = Array.from({ length: 40 }, (_, no) => (no < 20 ? said : other))
    for (const [no, answers] of marks.entries()) await store.keep(keyOf(no), 'exit', answers)
    await store.release('2026-11')
    const order = (await store.released()).map(({ answers }) => JSON.stringify(answers) === JSON.stringify(said))
    expect(order).toHaveLength(40)
    // Sorted by chance once in 137,846,528,820 times.
    expect([...order].sort()).not.toEqual(order)
    expect(order.toReversed().sort()).not.toEqual(order.toReversed())
  })
}
