import { expect, test } from 'vitest'
import { CHAIN_START, nextLink } from '../../server/journal/chain.ts'
import type { Entry, Journal, Recorded } from '../../server/journal/journal.ts'
import type { Verified } from '../../server/journal/verify-journal.ts'

/** A command with some events, told apart by `n`. */
export const entry = (n: number, events = 1): Entry => ({
  at: 1_000 + n,
  by: { role: 'kiosk', place: '1', staff: null },
  commandId: `command-${String(n).padStart(12, '0')}`,
  digest: `digest ${n}`,
  answer: { status: 'taken', result: { kind: 'done' } },
  events: Array.from({ length: events }, (_, i) => ({ type: 'StaffCalled' as const, kiosk: `${n}-${i}` })),
})

/** All that comes. */
export const all = async (events: AsyncIterable<Recorded>): Promise<Recorded[]> => {
  const read: Recorded[] = []
  for await (const recorded of events) read.push(recorded)
  return read
}

/** A place where a journal lies: opened as often as one likes, one after the other. */
export type Store = {
  open(): Promise<Journal & { appendAll(entries: readonly Entry[]): Promise<number> }>
  /** Looks through the whole journal, as somebody who did not write it. */
  verify(): Promise<Verified>
  /** Does to a stored event, behind the journal's back, what a person or a disk can. */
  alter(seq: number, how: Alteration): Promise<void>
}

/** What can happen to a stored event: a column changed, the event gone, another's text in its place. */
export const ALTERATIONS = ['at', 'by', 'command_id', 'event', 'link', 'gone', 'swapped'] as const
export type Alteration = (typeof ALTERATIONS)[number]

/** What every journal promises, whatever engine keeps it. `newStore` makes an empty one. */
export const promisesOfAJournal = (newStore: () => Promise<Store>): void => {
  test('gives back, after a restart, what was recorded, in order, and knows its commands', {
    tags: ['D3', 'D4'],
  }, async () => {
    const store = await newStore()
    const before = await store.open()
    expect(before.lastSeq()).toBe(0)
    expect(await before.append(entry(1, 2))).toBe(2)
    expect(await before.append(entry(2, 0))).toBe(2)
    expect(await before.append(entry(3))).toBe(3)
    await before.close()
    const after = await store.open()
    expect(after.lastSeq()).toBe(3)
    expect((await all(after.read())).map(({ seq, at, by, event }) => [seq, at, by.role, event])).toEqual([
      [1, 1_001, 'kiosk', { type: 'StaffCalled', kiosk: '1-0' }],
      [2, 1_001, 'kiosk', { type: 'StaffCalled', kiosk: '1-1' }],
      [3, 1_003, 'kiosk', { type: 'StaffCalled', kiosk: '3-0' }],
    ])
    expect((await all(after.read(2))).map(({ seq }) => seq)).toEqual([3])
    expect(await all(after.read(3))).toEqual([])
    expect(await after.answerOf(entry(2).commandId)).toEqual({ digest: 'digest 2', answer: entry(2).answer })
    expect(await after.answerOf('never-asked-0000')).toBeNull()
    expect(await after.append(entry(4))).toBe(4)
    expect(await store.verify()).toMatchObject({ status: 'sound', events: 4 })
    await after.close()
  })

  test('chains its events from the first on, the same way in every engine', async () => {
    const store = await newStore()
    const journal = await store.open()
    await journal.append(entry(1))
    const { at, by, commandId, events } = entry(1)
    const row = { seq: 1, at, by: JSON.stringify(by), command_id: commandId, event: JSON.stringify(events[0]) }
    expect(await journal.linkAt(1)).toBe(nextLink(CHAIN_START, row))
    expect(await journal.linkAt(2)).toBeNull()
    await journal.close()
  })

  test('records nothing of a command whose transaction fails half way', { tags: ['D2'] }, async () => {
    const store = await newStore()
    const journal = await store.open()
    await journal.append(entry(1))
    await expect(journal.append(entry(1, 3))).rejects.toThrow()
    expect(await journal.append(entry(2))).toBe(2)
    expect(await all(journal.read())).toHaveLength(2)
    await journal.close()
    expect(await store.verify()).toMatchObject({ status: 'sound', events: 2 })
  })

  test('records many commands in one go, or none of them', async () => {
    const store = await newStore()
    const journal = await store.open()
    expect(await journal.appendAll([entry(1), entry(2, 0), entry(3, 2)])).toBe(3)
    await expect(journal.appendAll([entry(4), entry(2)])).rejects.toThrow()
    expect(await journal.answerOf(entry(4).commandId)).toBeNull()
    expect(await journal.appendAll([])).toBe(3)
    await journal.close()
    expect(await store.verify()).toMatchObject({ status: 'sound', events: 3 })
  })

  test('keeps what leads to a booking until its day is over, and no longer', async () => {
    const store = await newStore()
    const journal = await store.open()
    const code = (hash: string, day: string) => ({ hash, key: `key of ${hash}`, day })
    await journal.append({ ...entry(1), codes: [code('a', '2026-11-26'), code('b', '2026-11-27')] })
    await journal.append({ ...entry(2), codes: [code('a', '2026-11-28')] })
    await journal.appendAll([
      { ...entry(3), codes: [code('c', '2026-11-27')] },
      { ...entry(4), codes: [code('c', '2026-11-29')] },
    ])
    expect(await journal.codeOf('a')).toEqual(code('a', '2026-11-28'))
    expect(await journal.codeOf('c')).toEqual(code('c', '2026-11-29'))
    expect(await journal.forgetCodes('2026-11-28')).toBe(1)
    expect(await journal.codeOf('b')).toBeNull()
    expect(await journal.codeOf('a')).not.toBeNull()
    await journal.close()
    // What was changed later still has its proof.
    await (await store.open()).close()
  })

  test('forgets the ids of old commands and keeps their events', async () => {
    const journal = await (await newStore()).open()
    await journal.append(entry(1))
    await journal.append(entry(2))
    expect(await journal.forgetCommands(1_002)).toBe(1)
    expect(await journal.answerOf(entry(1).commandId)).toBeNull()
    expect(await journal.answerOf(entry(2).commandId)).not.toBeNull()
    expect(await all(journal.read())).toHaveLength(2)
    await journal.close()
  })

  test.for(ALTERATIONS)(
    'finds every stored event that was altered: %s',
    {
      tags: ['D6', 'F12'],
    },
    async (how) => {
      for (const seq of [1, 4, 7]) {
        const store = await newStore()
        const journal = await store.open()
        for (let n = 1; n <= 8; n += 1) await journal.append(entry(n))
        await journal.close()
        await store.alter(seq, how)
        expect(await store.verify()).toMatchObject({ status: 'damaged' })
      }
    },
  )
}
