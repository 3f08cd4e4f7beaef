import { existsSync, readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Office } from '../../protocol/office.ts'
import { fieldProblemsOf } from '../../server/office-change/field-problems.ts'
import { CONSOLE, newCommandId } from '../../server/open-office.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { openHouseOnDisk, SUPERVISOR } from './open-house-on-disk.ts'

const onDisk = (text: string): Office => Office.parse(JSON.parse(text.replace('\ufeff', '')))
const versionsOf = ({ keeper }: Awaited<ReturnType<typeof openHouseOnDisk>>) =>
  keeper.versions().map(({ no, by, office }) => [no, by.role, by.staff, office.name])

test('a change is in the file, in the journal and at work, and says who made it', async () => {
  const office = await openHouseOnDisk()
  expect(await office.change(1, { name: 'Kanim Kotabumi' })).toEqual({ status: 'saved', version: 2 })
  expect(office.name()).toBe('Kanim Kotabumi')
  expect(onDisk(office.text()).name).toBe('Kanim Kotabumi')
  expect(office.house.door.state().office?.name).toBe('Kanim Kotabumi')
  await office.house.close()
  const again = await openHouseOnDisk(office.dataDir)
  expect(versionsOf(again)).toEqual([
    [1, 'console', null, DENPASAR.name],
    [2, 'supervisor', '90', 'Kanim Kotabumi'],
  ])
})

test('a version is counted once, whoever reads the journal again', async () => {
  const office = await openHouseOnDisk()
  await office.change(1, { name: 'Kanim Kotabumi' })
  for await (const _ of office.house.journal.read());
  for await (const _ of office.house.journal.read(1));
  expect(versionsOf(office).map(([no]) => no)).toEqual([1, 2])
  expect(await office.change(2, { name: 'Kanim Bitung' })).toEqual({ status: 'saved', version: 3 })
})

test('a change made from an old version is refused and loses nothing; the same change twice is one version', async () => {
  const office = await openHouseOnDisk()
  const [first, second] = await Promise.all([office.change(1, { name: 'Kanim A' }), office.change(1, { undoSec: 20 })])
  expect(first).toEqual({ status: 'saved', version: 2 })
  expect(second).toEqual({ status: 'stale', version: 2 })
  expect(await office.change(1, { name: 'Kanim A' })).toEqual({ status: 'saved', version: 2 })
  expect(office.house.office.read()).toMatchObject({ name: 'Kanim A', undoSec: DENPASAR.undoSec })
})

test('an earlier document comes back as a new version', async () => {
  const office = await openHouseOnDisk()
  await office.change(1, { name: 'Kanim A' })
  const first = office.keeper.versions()[0]?.office ?? expect.fail('no first version')
  expect(await office.keeper.change(2, first, SUPERVISOR)).toEqual({ status: 'saved', version: 3 })
  expect(office.name()).toBe(DENPASAR.name)
})

test('a change that takes a counter from its staff names it and changes nothing', async () => {
  const office = await openHouseOnDisk()
  const ask = (wish: object, place = 'console') =>
    office.house.door.submit(
      { ...wish, commandId: newCommandId() },
      place === 'console' ? CONSOLE : { role: 'counter', device: 'c', place, staff: '07' },
    )
  await ask({ type: 'OpenDay', day: '2026-11-24' })
  await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, '1')
  const changed = await office.change(1, { counters: DENPASAR.counters.slice(1) })
  expect(changed).toEqual({ status: 'blocked', blockers: [{ kind: 'counter', counter: 1 }] })
  expect(onDisk(office.text()).counters).toHaveLength(5)
})

test('after a kill between journal and file the start goes on with what the journal holds', {
  tags: ['F7'],
}, async () => {
  const office = await openHouseOnDisk()
  const before = office.text()
  await office.change(1, { name: 'Kanim A' })
  await office.house.close()
  const again = await openHouseOnDisk(office.photograph({ officeText: before, mark: true }))
  expect(again.name()).toBe('Kanim A')
  expect(onDisk(again.text()).name).toBe('Kanim A')
  expect(versionsOf(again)).toHaveLength(2)
  expect(existsSync(`${again.file}.changing`)).toBe(false)
})

test('after a kill before the journal the start finds the office as it was', { tags: ['F7'] }, async () => {
  const office = await openHouseOnDisk()
  await office.house.close()
  const again = await openHouseOnDisk(office.photograph({ mark: true }))
  expect(again.name()).toBe(DENPASAR.name)
  expect(versionsOf(again)).toHaveLength(1)
})

test('after a kill between the file and the end of the change the start finds it done', { tags: ['F7'] }, async () => {
  const office = await openHouseOnDisk()
  await office.change(1, { name: 'Kanim A' })
  await office.house.close()
  const again = await openHouseOnDisk(office.photograph({ mark: true }))
  expect(again.name()).toBe('Kanim A')
  expect(versionsOf(again)).toHaveLength(2)
})

test('whoever edits the file by hand after such a kill is heard: their document is the newest version', async () => {
  const office = await openHouseOnDisk()
  await office.change(1, { name: 'Kanim A' })
  await office.house.close()
  const folder = office.photograph({ mark: true })
  const edited = await openHouseOnDisk(folder, null).then(async (again) => {
    await again.house.close()
    again.edit(JSON.stringify({ ...DENPASAR, name: 'Kanim B' }))
    return openHouseOnDisk(folder)
  })
  expect(versionsOf(edited).map(([, , , name]) => name)).toEqual([DENPASAR.name, 'Kanim A', 'Kanim B'])
})

test.each([
  ['with a byte order mark', (text: string) => `\ufeff${text}`],
  ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
])('an edit by hand %s is taken as it is written', async (_name, spell) => {
  const office = await openHouseOnDisk()
  const text = spell(JSON.stringify({ ...DENPASAR, name: 'Kanim B' }, null, 2))
  office.edit(text)
  await office.keeper.look()
  expect(office.name()).toBe('Kanim B')
  expect(office.text()).toBe(text)
  expect(versionsOf(office).at(-1)).toEqual([2, 'console', null, 'Kanim B'])
  expect(office.keeper.trouble()).toBeNull()
})

test.each([
  ['half written', (text: string) => text.slice(0, text.length / 2), 'no-json'],
  ['empty', () => '', 'no-json'],
  ['with a value that cannot be', (text: string) => text.replace('"graceMin": 15', '"graceMin": 99'), 'too-big'],
  ['with a printer of no model', (text: string) => text.replace('epson-tm-t82x', 'epson-x'), 'no-such'],
])(
  'a file %s is told with its line at the second look, and the last good version goes on',
  { tags: ['O3', 'F13'] },
  async (_name, spoil, code) => {
    const office = await openHouseOnDisk()
    office.edit(spoil(JSON.stringify(DENPASAR, null, 2)))
    await office.keeper.look()
    expect(office.keeper.trouble()).toBeNull()
    await office.keeper.look()
    const trouble = office.keeper.trouble()
    expect(trouble).toMatchObject({ kind: 'broken', problems: [{ code, line: expect.any(Number) }] })
    expect(office.house.office.read()).toEqual(DENPASAR)
    expect(versionsOf(office)).toHaveLength(1)
    office.edit(JSON.stringify({ ...DENPASAR, name: 'Kanim B' }))
    await office.keeper.look()
    expect([office.name(), office.keeper.trouble()]).toEqual(['Kanim B', null])
  },
)

test('a file that is gone is told, and the next change writes it anew', { tags: ['F14'] }, async () => {
  const office = await openHouseOnDisk()
  rmSync(office.file)
  await office.keeper.look()
  await office.keeper.look()
  expect(office.keeper.trouble()).toMatchObject({ kind: 'broken', problems: [{ code: 'no-file' }] })
  expect(await office.change(1, { name: 'Kanim A' })).toMatchObject({ status: 'saved' })
  await office.keeper.look()
  expect([onDisk(office.text()).name, office.keeper.trouble()]).toEqual(['Kanim A', null])
})

test('a change at the desk over an edit that is not good keeps what was written by hand beside the file', async () => {
  const office = await openHouseOnDisk()
  office.edit('{ "name": ')
  await office.change(1, { name: 'Kanim A' })
  expect(onDisk(office.text()).name).toBe('Kanim A')
  expect(readFileSync(`${office.file}.set-aside`, 'utf8')).toBe('{ "name": ')
})

test('an edit that was made just before goes first, so the change at the desk is made anew', {
  tags: ['O3'],
}, async () => {
  const office = await openHouseOnDisk()
  office.edit(JSON.stringify({ ...DENPASAR, name: 'Kanim B' }))
  expect(await office.change(1, { undoSec: 20 })).toEqual({ status: 'stale', version: 2 })
  expect(office.name()).toBe('Kanim B')
})

/** Denpasar with a short calendar, so that 5,000 of it are looked at in a moment. */
const SHORT: Office = {
  ...DENPASAR,
  hours: DENPASAR.hours && {
    ...DENPASAR.hours,
    week: { mon: DENPASAR.hours.week.mon, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
    days: DENPASAR.hours.days.slice(0, 2),
  },
}

test('however a document is mangled it is entered whole, or refused with every problem in a field', {
  tags: ['O3', 'F13'],
}, async () => {
  const office = await openHouseOnDisk()
  const { checkOffice } = office.house
  let seed = 7
  const draw = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const values = [null, -1, 0, 1e9, '', 'x', [], {}, true, 'documents', '24.00', { id: 'a', en: 'b' }]
  const mangle = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null || depth === 0) return values[draw(values.length)]
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
    const keys = Object.keys(copy)
    const key = keys[draw(Math.max(1, keys.length))]
    if (key === undefined) return values[draw(values.length)]
    Reflect.set(copy, key, mangle(Reflect.get(copy, key), depth - 1))
    return copy
  }
  let [good, entered] = [0, 0]
  for (let i = 0; i < 5_000; i += 1) {
    const mangled = mangle(SHORT, 1 + draw(6))
    const read = Office.safeParse(mangled)
    const problems = read.success ? checkOffice(read.data) : fieldProblemsOf(read.error.issues, mangled)
    if (!read.success) expect(problems.length).toBeGreaterThan(0)
    if (!read.success || problems.length > 0) continue
    good += 1
    if (good % 20 !== 0) continue
    const saved = await office.change(office.keeper.versions().length, read.data)
    expect(saved.status).toBe('saved')
    entered += 1
    expect(onDisk(office.text())).toEqual(read.data)
    expect(office.house.door.state().office).toEqual(read.data)
  }
  expect(entered).toBeGreaterThan(20)
  expect(office.faults).toEqual([])
})
