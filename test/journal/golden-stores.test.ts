import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'libsql'
import { describe, expect, test } from 'vitest'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { openOffice } from '../../server/open-office.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { at } from '../support/denpasar.ts'
import { virtualClock } from '../support/office.ts'

/** Data folders as each version of the tables left them: an office with twelve bookings and some tickets. Never made anew. */
const GOLDEN = fileURLToPath(new URL('../golden', import.meta.url))
const VERSIONS = readdirSync(GOLDEN).filter((name) => name.startsWith('data-'))

const copyOf = (version: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-golden-'))
  cpSync(join(GOLDEN, version), folder, { recursive: true })
  return folder
}
const open = (dataDir: string) =>
  openOffice({
    ...{ dataDir, log: { warn: () => undefined }, clock: virtualClock(at('09.00')), build: null },
    onFault: (fault) => {
      throw fault
    },
  })
const versionOf = (file: string): unknown => {
  const raw = new Database(file, { readonly: true })
  const [version] = raw.prepare('PRAGMA user_version').raw(true).all().flat()
  raw.close()
  return version
}

describe.each(VERSIONS)('a data folder of an earlier version, %s', (version) => {
  test('opens in this program and goes on: numbers, codes and the answers of commands', { tags: ['D10'] }, async () => {
    const dataDir = copyOf(version)
    const house = await open(dataDir)
    const numbers = everyTicket(house.door.state().tickets).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, i) => `A00${i + 1}`))
    expect(numbers.length).toBeGreaterThan(5)
    const kiosk = { role: 'kiosk', device: 'k', place: '1', staff: null } as const
    const first = { type: 'CheckIn', commandId: 'golden-000000000003', scanned: 'GOLD1000' }
    expect(await house.door.submit(first, kiosk)).toMatchObject({
      status: 'taken',
      result: { kind: 'check-in', visitId: 'golden-000000000003' },
    })
    const again = await house.door.submit({ ...first, commandId: 'golden-again-0000001' }, kiosk)
    expect(again).toMatchObject({ status: 'taken', result: { kind: 'check-in', number: 'A001' } })
    await house.close()
    expect(await verifyJournal(journalFile(dataDir))).toMatchObject({ status: 'sound' })
    await (await open(dataDir)).close()
  })

  test('whose upgrade is cut off is as it was, and opens at the next start', { tags: ['D10', 'F50'] }, async () => {
    const file = journalFile(copyOf(version))
    const raw = new Database(file)
    raw.exec("CREATE TRIGGER fails BEFORE UPDATE ON codes BEGIN SELECT RAISE(ABORT, 'cut off'); END")
    await expect(openSqliteJournal(file)).rejects.toThrow()
    expect(version).toBe(`data-${versionOf(file)}`)
    raw.exec('DROP TRIGGER fails')
    raw.close()
    await (await openSqliteJournal(file)).close()
    expect(version).not.toBe(`data-${versionOf(file)}`)
  })
})

test('a data folder of a newer program is left as it is, with a sentence', { tags: ['D10'] }, async () => {
  const dataDir = copyOf(VERSIONS[0] ?? '')
  const raw = new Database(journalFile(dataDir))
  raw.exec('PRAGMA user_version = 99')
  raw.close()
  await expect(open(dataDir)).rejects.toThrow('please update Antrean')
  expect(versionOf(journalFile(dataDir))).toBe(99)
})
