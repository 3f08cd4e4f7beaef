import { expect, test } from 'vitest'
import { keepDays } from '../../server/days.ts'
import type { Entry } from '../../server/journal/journal.ts'
import { DiskRefused } from '../../server/journal/journal.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, openTestOffice, virtualClock } from '../support/office.ts'
import { KIOSK } from '../support/rules.ts'

/** A journal on a disk that has no room while `disk.isFull`. */
const onDisk = () => {
  const journal = openMemoryJournal()
  const disk = { isFull: false }
  const append = async (entry: Entry) => {
    if (disk.isFull) throw new DiskRefused('ENOSPC')
    return journal.append(entry)
  }
  return { disk, journal: { ...journal, append } }
}

test('a copy of a command that comes when there is room again is refused as the first was, and does nothing', {
  tags: ['D3', 'D7', 'F18'],
}, async () => {
  const { disk, journal } = onDisk()
  const clock = virtualClock(at('07.00'))
  const { door } = await openTestOffice({ clock, journal })
  const scan = { type: 'CheckIn', scanned: 'DAY10000', commandId: nextId() }
  disk.isFull = true
  const first = await door.submit(scan, KIOSK)
  expect(first).toEqual({ status: 'refused', refusal: { code: 'disk-refuses' } })
  disk.isFull = false
  const seq = journal.lastSeq()
  expect(await door.submit(scan, KIOSK)).toEqual(first)
  expect(await door.submit({ ...scan, scanned: 'DAY10001' }, KIOSK)).toMatchObject({
    refusal: { code: 'command-id-reused' },
  })
  expect(journal.lastSeq()).toBe(seq)
  expect(await door.submit({ ...scan, commandId: nextId() }, KIOSK)).toMatchObject({ status: 'taken' })
  clock.pass(2)
  expect(await door.submit(scan, KIOSK)).toMatchObject({ status: 'taken' })
})

test('a day that the disk does not take is opened as soon as there is room', { tags: ['D7', 'F10'] }, async () => {
  const { disk, journal } = onDisk()
  const clock = virtualClock(at('07.00'))
  const { door, ask, asConsole } = await openTestOffice({ clock, journal, fresh: false })
  await ask({ type: 'ConfigureOffice', office: DENPASAR }, asConsole)
  disk.isFull = true
  const days = await keepDays({ office: door, zone: () => DENPASAR.zone, clock, newCommandId: nextId })
  clock.pass(10)
  expect(door.state().day).toBeNull()
  disk.isFull = false
  clock.pass(1)
  await expect.poll(() => door.state().day).toEqual({ day: TODAY, status: 'open' })
  days.stop()
})
