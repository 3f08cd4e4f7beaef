import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import type { Entry } from '../../server/journal/journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'

const entry = (n: number): Entry => ({
  ...{ at: n, by: { role: 'kiosk', place: '1', staff: null }, commandId: `command-${n}`, digest: `digest ${n}` },
  answer: { status: 'taken', result: { kind: 'done' } },
  events: ['a', 'b', 'c'].map((kiosk) => ({ type: 'StaffCalled' as const, kiosk })),
  codes: ['x', 'y'].map((hash) => ({ hash: `${hash}${n}`, key: `key of ${hash}`, day: '2026-11-24' })),
})

/** Every statement that a command's transaction is made of, by the row that it would write. */
const STATEMENTS = [
  ...['4', '5', '6'].map((seq) => ({ table: 'events', when: `NEW.seq = ${seq}` })),
  { table: 'commands', when: "NEW.command_id = 'command-2'" },
  ...["'x2'", "'y2'"].map((hash) => ({ table: 'codes', when: `NEW.hash = ${hash}` })),
]

test.each(STATEMENTS)(
  'a command whose statement on $table fails ($when) did nothing, and may be tried again',
  {
    tags: ['D2', 'D7'],
  },
  async ({ table, when }) => {
    const file = join(mkdtempSync(join(tmpdir(), 'antrean-half-')), 'journal.db')
    const journal = await openSqliteJournal(file)
    await journal.append(entry(1))
    const count = () =>
      ['events', 'commands', 'codes'].map((one) => {
        const raw = new Database(file, { readonly: true })
        const [n] = raw.prepare(`SELECT count(*) FROM ${one}`).raw(true).all().flat()
        raw.close()
        return n
      })
    const before = count()
    const other = new Database(file)
    other.exec(`CREATE TRIGGER fails BEFORE INSERT ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'planted'); END`)
    await expect(journal.append(entry(2))).rejects.toThrow('planted')
    expect(count()).toEqual(before)
    expect(await journal.answerOf('command-2')).toBeNull()
    expect(await journal.codeOf('x2')).toBeNull()
    other.exec('DROP TRIGGER fails')
    other.close()
    expect(await journal.append(entry(2))).toBe(6)
    expect(count()).toEqual([6, 2, 4])
    await journal.close()
    expect(await verifyJournal(file)).toMatchObject({ status: 'sound', events: 6 })
  },
)
