import { afterEach, expect, test, vi } from 'vitest'
import type { Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { CLOCK } from '../../server/days.ts'
import { DiskRefused, type Entry } from '../../server/journal/journal.ts'
import { openOfficeDoor } from '../../server/office.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, testSeal, virtualClock } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
const REFUSED = { status: 'refused', refusal: { code: 'disk-refuses' } }

afterEach(() => {
  vi.useRealTimers()
})

/** An office on a store that several servers share: it can be gone, and it can leave an entry in doubt until it is back. */
const openOnStore = async () => {
  const journal = openMemoryJournal()
  const store = { isGone: false, tells: () => {}, isInDoubt: false, isFull: false }
  const append = async (entry: Entry) => {
    if (store.isInDoubt)
      await new Promise<void>((resolve) => {
        store.tells = resolve
      })
    return journal.append(entry)
  }
  const forgetCodes = async (day: string) => {
    if (store.isFull) throw new DiskRefused('53100')
    return journal.forgetCodes(day)
  }
  const door = await openOfficeDoor({
    journal: { ...journal, append, forgetCodes },
    clock: virtualClock(at('07.00')),
    seal: testSeal,
    epoch: 'run',
    isStoreGone: () => store.isGone,
    onFault: (fault) => expect.fail(String(fault)),
  })
  const ask = (wish: Wish, sender: Sender, commandId = nextId()) => door.submit({ ...wish, commandId }, sender)
  await ask({ type: 'ConfigureOffice', office: DENPASAR }, CONSOLE)
  await ask({ type: 'OpenDay', day: TODAY }, CLOCK)
  return { door, journal, store, ask }
}
const scan = (scanned: string): Wish => ({ type: 'CheckIn', scanned })

test('a store that is gone refuses at once, and a copy that comes when it is back does nothing', {
  tags: ['F40'],
}, async () => {
  const { journal, store, ask } = await openOnStore()
  const [seq, id] = [journal.lastSeq(), nextId()]
  store.isGone = true
  expect(await ask(scan('DAY10000'), KIOSK, id)).toEqual(REFUSED)
  store.isGone = false
  expect(await ask(scan('DAY10000'), KIOSK, id)).toEqual(REFUSED)
  expect(journal.lastSeq()).toBe(seq)
  expect(await ask(scan('DAY10000'), KIOSK)).toMatchObject({ status: 'taken' })
})

test('behind an entry that is in doubt a command is refused before its sender gives up, and not done late', {
  tags: ['F40', 'M2'],
}, async () => {
  vi.useFakeTimers()
  const { door, journal, store, ask } = await openOnStore()
  store.isInDoubt = true
  const inDoubt = ask(scan('DAY10000'), KIOSK)
  await vi.advanceTimersByTimeAsync(500)
  const behind = ask(scan('DAY10001'), KIOSK)
  await vi.advanceTimersByTimeAsync(4_500)
  expect(await behind).toEqual(REFUSED)
  store.isInDoubt = false
  store.tells()
  expect(await inDoubt).toMatchObject({ status: 'taken' })
  const seq = journal.lastSeq()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(journal.lastSeq()).toBe(seq)
  expect(await ask(scan('DAY10002'), KIOSK)).toMatchObject({ status: 'taken' })
  await door.close()
})

test('a store without room deletes nothing, says so to whoever asked, and the office goes on', {
  tags: ['F40'],
}, async () => {
  const { door, store, ask } = await openOnStore()
  store.isFull = true
  const limits = { codesBefore: TODAY, commandsBefore: 0 }
  await expect(door.forget(limits)).rejects.toThrow(DiskRefused)
  expect(await ask(scan('DAY10000'), KIOSK)).toMatchObject({ status: 'taken' })
  store.isFull = false
  expect(await door.forget(limits)).toEqual({ codes: 0, commands: 0 })
})
