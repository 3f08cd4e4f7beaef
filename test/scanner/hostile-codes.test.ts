/**
 * @module-tag K5
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { type Heard, hear, QUIET } from '../../kiosk/wedge.ts'
import { SCAN_MAX } from '../../protocol/commands.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { watching } from '../support/office.ts'
import { KIOSK, PRINTER } from '../support/rules.ts'
import { openScannedOffice } from './open-scanned-office.ts'

/** Printed or on a phone, held under the scanner: what none of them may become anything but a code that is not known. */
const READABLE = [
  '../../../CANARY/etc/passwd',
  'C:\\CANARY\\..\\x.exe',
  'file:///CANARY',
  'javascript:alert("CANARY")',
  'https://canary.example/t/CANARYCANARYCANARYCANA',
  '"><script>CANARY</script><img src=x onerror=CANARY>',
  '{"type":"CloseDay","day":"2026-11-24","canary":"CANARY"}',
  '; rm -rf / # CANARY',
  '$(CANARY) `CANARY` %CANARY% {{CANARY}}',
  "' OR 1=1; DROP TABLE events; -- CANARY",
  '=cmd|CANARY!A1',
  '%00%0d%0aSet-Cookie:%20CANARY',
  '__proto__.CANARY',
  '\u202eCANARY\u2066\u200b',
  `CANARY${'A'.repeat(SCAN_MAX - 6)}`,
]
/** What is no text, or longer than any code. */
const SPOILED = [
  '\u001b[2J\u001b]0;CANARY\u0007',
  'CANARY\u0000CANARY',
  'CANARY\u009b31m',
  '\u001b@\u001dV\u0000CANARY',
]
const TOO_LONG = `CANARY${'A'.repeat(SCAN_MAX)}`

const tidy: (() => unknown)[] = []
afterEach(async () => {
  for (const one of tidy.splice(0).reverse()) await one()
})

/** An office with its journal on disk. `findCanary` looks everywhere a code could have left something. */
const openOffice = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  tidy.push(() => rmSync(folder, { recursive: true, force: true }))
  const journal = await openSqliteJournal(join(folder, 'journal.db'))
  const office = await openScannedOffice({ tidy, journal })
  const { door, first, second, said, faults } = office
  const printer = watching(door, 'printer', PRINTER)
  const findCanary = async (): Promise<string[]> => {
    const shown = [...first.views, ...second.views, ...printer.views].map((view) => JSON.stringify(view))
    const kept = [JSON.stringify(door.state()), ...said]
    await door.close()
    const onDisk = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    expect(onDisk.join('').length).toBeGreaterThan(10_000)
    return [...shown, ...kept, ...onDisk].filter((text) => /canary/i.test(text))
  }
  const nothingHappened = () => {
    expect(everyTicket(door.state().tickets)).toEqual([])
    expect(door.state().day?.status).toBe('open')
    expect(printer.now().slips).toEqual([])
    expect(faults).toEqual([])
  }
  return { ...office, findCanary, nothingHappened }
}

test('whatever a serial scanner reads is unknown or no code at all, and is kept, shown, printed and logged nowhere', async () => {
  const { cable, first, said, findCanary, nothingHappened } = await openOffice()
  const visits = () => new Set(first.views.flatMap(({ visit }) => (visit ? [visit.visitId] : []))).size
  const spoiled = () => said.filter((line) => line.startsWith('a scanner sent what is no code')).length
  for (const [i, code] of READABLE.entries()) {
    await cable.say(`${code}\r`)
    await vi.waitFor(() => expect(visits()).toBe(i + 1), { timeout: 10_000, interval: 5 })
    expect(first.now().visit).toMatchObject({ verdict: 'unknown', ticket: null })
  }
  for (const [i, code] of [...SPOILED, TOO_LONG].entries()) {
    await cable.say(`${code}\r`)
    await vi.waitFor(() => expect(spoiled()).toBe(i + 1), { timeout: 10_000, interval: 5 })
  }
  expect(visits()).toBe(READABLE.length)
  nothingHappened()
  expect(await findCanary()).toEqual([])
})

test('whatever a keyboard scanner types is unknown, and is kept, shown, printed and logged nowhere', async () => {
  const { ask, findCanary, nothingHappened } = await openOffice()
  for (const code of [...READABLE, ...SPOILED, TOO_LONG]) {
    let wedge = QUIET
    const heard: Heard[] = []
    for (const [i, key] of [...code, 'Enter'].entries()) {
      const hearing = hear(wedge, key, i)
      wedge = hearing.wedge
      heard.push(...hearing.heard)
    }
    const scans = heard.flatMap((one) => (one.type === 'scan' ? [one.text] : []))
    expect(scans).toEqual([code.slice(0, SCAN_MAX)])
    for (const scanned of scans)
      expect(await ask({ type: 'CheckIn', scanned }, KIOSK)).toMatchObject({ result: { verdict: 'unknown' } })
  }
  nothingHappened()
  expect(await findCanary()).toEqual([])
})
