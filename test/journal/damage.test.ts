import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { beforeAll, expect, test } from 'vitest'
import { officeFile } from '../../config/load-office.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { backupJournal, journalFile, restoreJournal } from '../../server/journal/backup-journal.ts'
import { JournalDamage, JournalUnsound } from '../../server/journal/journal.ts'
import { CONSOLE, openOffice } from '../../server/open-office.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { virtualClock } from '../support/office.ts'

const seed = Number(process.env.ANTREAN_SEED ?? Date.now() % 1_000_000)
const PAGE = 4096
const KIOSK: Sender = { role: 'kiosk', device: 'k', place: '1', staff: null }
const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'office', staff: null }
const newFolder = () => mkdtempSync(join(tmpdir(), 'antrean-damage-'))
const open = (dataDir: string) =>
  openOffice({
    ...{ dataDir, log: { warn: () => undefined }, clock: virtualClock(at('09.00')), build: null },
    onFault: (fault) => {
      throw fault
    },
  })
const rowsOf = (file: string): string[] => {
  const raw = new Database(file)
  const all = ['events', 'commands', 'codes'].flatMap((table) =>
    raw
      .prepare(`SELECT * FROM ${table}`)
      .raw(true)
      .all()
      .map((row) => JSON.stringify(row)),
  )
  raw.close()
  return all
}

/** As a server leaves it that is killed: some of its day in the file, some in the log beside it. */
let killed: string
let older: string
let backup: string
let rows: string[]
let made = 0

beforeAll(async () => {
  const dataDir = newFolder()
  ;[killed, older] = [newFolder(), newFolder()]
  backup = join(newFolder(), 'backup')
  writeFileSync(officeFile(dataDir), JSON.stringify({ ...DENPASAR, example: false }))
  let house = await open(dataDir)
  const ask = (wish: Wish, sender: Sender) => {
    made += 1
    return house.door.submit({ ...wish, commandId: `damaged-${String(made).padStart(12, '0')}` }, sender)
  }
  await ask({ type: 'OpenDay', day: TODAY }, CLOCK)
  const booked = (i: number) => ({
    ...{ code: `CODE${1000 + i}`, day: TODAY, window: { startAt: at('09.00'), endAt: at('10.00') } },
    ...{ service: 'passport-new', status: 'booked' as const, priority: false },
  })
  await ask({ type: 'ImportAgenda', rows: Array.from({ length: 60 }, (_, i) => booked(i)) }, CONSOLE)
  for (let i = 0; i < 25; i += 1) await ask({ type: 'CheckIn', scanned: `CODE${1000 + i}` }, KIOSK)
  await house.close()
  cpSync(dataDir, older, { recursive: true })
  house = await open(dataDir)
  for (let i = 25; i < 50; i += 1) await ask({ type: 'CheckIn', scanned: `CODE${1000 + i}` }, KIOSK)
  cpSync(dataDir, killed, { recursive: true })
  await backupJournal(dataDir, backup)
  await house.close()
  rows = rowsOf(journalFile(dataDir))
})

type Random = () => number
const change = (file: string, random: Random, how: (bytes: Buffer, at: number) => void): void => {
  const bytes = readFileSync(file)
  how(bytes, Math.floor(random() * bytes.length))
  writeFileSync(file, bytes)
}
const flip = (bytes: Buffer, at: number): void => void bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
const pageAt = (at: number): number => at - (at % PAGE)

/** Ways in which a journal is damaged, of an office that was killed. */
const DAMAGES: Record<string, (file: string, random: Random) => void> = {
  'a flipped bit in the file': (file, random) => change(file, random, flip),
  'a flipped bit in the log': (file, random) => change(`${file}-wal`, random, flip),
  'a file cut short': (file, random) => truncateSync(file, Math.floor(random() * readFileSync(file).length)),
  'a log cut short': (file, random) =>
    truncateSync(`${file}-wal`, Math.floor(random() * readFileSync(`${file}-wal`).length)),
  'two pages exchanged': (file, random) =>
    change(file, random, (bytes, at) => {
      const [a, b] = [pageAt(at), pageAt(Math.floor(random() * bytes.length))]
      const kept = Buffer.from(bytes.subarray(a, a + PAGE))
      bytes.copy(bytes, a, b, b + PAGE)
      kept.copy(bytes, b)
    }),
  'a page of zeros': (file, random) =>
    change(file, random, (bytes, at) => void bytes.fill(0, pageAt(at), pageAt(at) + PAGE)),
  'the log gone': (file) => rmSync(`${file}-wal`),
  'an empty file': (file) => writeFileSync(file, ''),
  'an empty file and no log': (file) => {
    rmSync(`${file}-wal`)
    writeFileSync(file, '')
  },
  'the file gone': (file) => {
    rmSync(`${file}-wal`)
    rmSync(file)
  },
  'another file': (file) => writeFileSync(file, readFileSync(officeFile(killed)).toString().repeat(3)),
  'an older copy': (file) => {
    rmSync(`${file}-wal`)
    cpSync(journalFile(older), file)
  },
}

/** Whether a start finds the damage, or has lost nothing by it. */
const judge = async (how: (file: string) => void): Promise<'found' | 'harmless' | 'missed'> => {
  const folder = newFolder()
  cpSync(killed, folder, { recursive: true })
  const file = journalFile(folder)
  rmSync(`${file}-shm`, { force: true })
  how(file)
  try {
    const house = await open(folder)
    await house.close()
    const left = new Set(rowsOf(file))
    return rows.every((row) => left.has(row)) ? 'harmless' : 'missed'
  } catch (cause) {
    if (cause instanceof JournalDamage || cause instanceof JournalUnsound) return 'found'
    throw cause
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test(`of many damages a start finds every one that changed anything (ANTREAN_SEED=${seed})`, {
  tags: ['D6', 'F12', 'F8'],
  timeout: 120_000,
}, async (context) => {
  const random = createRandom(seed)
  const told = { found: 0, harmless: 0, missed: 0 }
  const missed: string[] = []
  for (let i = 0; i < howMany(48, 240); i += 1) {
    const [name = '', how = () => undefined] = Object.entries(DAMAGES)[i % Object.keys(DAMAGES).length] ?? []
    const verdict = await judge((file) => how(file, random))
    told[verdict] += 1
    if (verdict === 'missed') missed.push(`${i}: ${name}`)
  }
  expect(missed).toEqual([])
  expect(told.found).toBeGreaterThan(told.harmless)
  keepFigure(context, `${told.found} damages found, ${told.harmless} in unused bytes, 0 missed`)
})

test.each(Object.keys(DAMAGES).filter((name) => !/bit|pages|short|zeros/.test(name)))(
  '%s: never an empty office, and one command brings the backup back',
  { tags: ['D6', 'F12'] },
  async (name) => {
    expect(await judge((file) => DAMAGES[name]?.(file, createRandom(seed)))).toBe('found')
    const folder = newFolder()
    cpSync(killed, folder, { recursive: true })
    DAMAGES[name]?.(journalFile(folder), createRandom(seed))
    await expect(open(folder)).rejects.toThrow(/the journal is damaged: /)
    expect(await restoreJournal(folder, backup)).toMatchObject({ status: 'restored' })
    const house = await open(folder)
    expect(house.door.state().checkIns).toBe(50)
    await house.close()
    expect(existsSync(`${journalFile(folder)}.seen`)).toBe(true)
  },
)
