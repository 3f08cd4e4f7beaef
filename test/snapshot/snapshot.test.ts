import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeFile } from '../../config/load-office.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { openOffice } from '../../server/open-office.ts'
import { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import { loadSecret, makeSeal } from '../../server/seal.ts'
import { keepSnapshots, readSnapshot, snapshotFile } from '../../server/snapshot.ts'
import { seedRecorded } from '../figures/seeded.ts'
import { TODAY } from '../support/denpasar.ts'
import { howMany } from '../support/how-many.ts'
import { testSeal, virtualClock } from '../support/office.ts'
import { live, property, START } from '../support/random-day.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'antrean-snapshot-'))
const log = { warn: () => undefined }
const { office, recorded } = seedRecorded(3)
const openings = recorded.filter(({ event }) => event.type === 'DayOpened').map(({ seq }) => seq)
const endAt = recorded.at(-1)?.at ?? 0
let dataDir: string
let sound: string

/** As a start reads them: with the keys in the order of the schema. */
const folded = recorded.reduce((state, { event, at }) => evolve(state, OfficeEvent.parse(event), at), NOTHING_YET)

/** Starts an office on the folder as the program `build` does, and ends it; what it knew. */
const start = async (build: string | null) => {
  const house = await openOffice({
    ...{ dataDir, log, build, clock: virtualClock(endAt + 60_000) },
    onFault: (fault) => {
      throw fault
    },
  })
  const known = house.door.state()
  const versions = house.keeper.versions().length
  await house.close()
  return { known, versions }
}
const snapshotSeq = () => JSON.parse(readFileSync(snapshotFile(dataDir), 'utf8').split('\n')[1] ?? '').seq

beforeAll(async () => {
  dataDir = folder()
  await loadSecret(dataDir)
  writeFileSync(officeFile(dataDir), JSON.stringify(office))
  const journal = await openSqliteJournal(journalFile(dataDir))
  await journal.appendAll(
    recorded.map(({ seq, at, by, event }) => ({
      ...{ at, by, commandId: `seeded-${String(seq).padStart(12, '0')}`, digest: '' },
      ...{ answer: { status: 'taken', result: { kind: 'done' } }, events: [event] },
    })),
  )
  await journal.close()
  await start('this program')
  sound = readFileSync(snapshotFile(dataDir), 'utf8')
})
beforeEach(() => writeFileSync(snapshotFile(dataDir), sound))

describe('a start', { tags: ['D4', 'D6'] }, () => {
  test('from a snapshot knows, byte for byte, what all events come to, and the versions of the office', async () => {
    expect(snapshotSeq()).toBe(openings.at(-2))
    const { known, versions } = await start('this program')
    expect(known).toStrictEqual(folded)
    expect(JSON.stringify(known) === JSON.stringify(folded)).toBe(true)
    expect(versions).toBe(recorded.filter(({ event }) => event.type === 'OfficeConfigured').length)
  })

  test('does begin from it: what another hand with the key of the office wrote there is believed', async () => {
    const journal = await openSqliteJournal(journalFile(dataDir))
    const bound = {
      ...{ file: snapshotFile(dataDir), build: 'this program', journal },
      seal: makeSeal(await loadSecret(dataDir)),
    }
    const read = await readSnapshot(bound)
    const exceptions = { '2099-01-01': null }
    if (read === null) throw new Error('no snapshot')
    const snapshots = keepSnapshots(bound, null, log)
    snapshots.opened({ ...read, state: { ...read.state, exceptions } })
    snapshots.opened(read)
    snapshots.start()
    await snapshots.stop()
    await journal.close()
    expect((await start('this program')).known.exceptions).toEqual(exceptions)
  })

  test.each([
    ['of another program', (text: string) => text, 'another program'],
    ['with one digit changed', (text: string) => text.replace(/"callNo":(\d)/, '"callNo":1$1'), 'this program'],
    ['that ends early', (text: string) => text.slice(0, -100), 'this program'],
    ['that is empty', () => '', 'this program'],
    ['bound to another event', (text: string) => text.replace(/"seq":(\d)/, '"seq":9$1'), 'this program'],
  ])('throws away a snapshot %s, and folds all events', async (_what, change, build) => {
    writeFileSync(snapshotFile(dataDir), change(sound))
    expect((await start(build)).known).toStrictEqual(folded)
    expect(snapshotSeq()).toBe(openings.at(-2))
  })

  test('throws away the snapshot of a journal that another one was put in the place of', async () => {
    const elsewhere = await openSqliteJournal(join(folder(), 'journal.db'))
    const bound = { file: snapshotFile(dataDir), build: 'this program', seal: testSeal, journal: elsewhere }
    expect(await readSnapshot(bound)).toBeNull()
    await elsewhere.close()
  })

  test('finds an event of yesterday that was altered, before anybody is served', async () => {
    const copy = readFileSync(journalFile(dataDir))
    const raw = new Database(journalFile(dataDir))
    raw.exec(`UPDATE events SET at = at + 1 WHERE seq = ${(openings.at(-2) ?? 0) + 5}`)
    raw.close()
    await expect(start('this program')).rejects.toThrow('does not fit the chain')
    writeFileSync(journalFile(dataDir), copy)
  })
})

test('random days: the state from a snapshot and the rest is the state from all events, byte for byte', {
  tags: ['D4'],
}, async () => {
  const lives: { events: { event: OfficeEvent; at: number }[]; endAt: number }[] = []
  property(
    (steps) => {
      const day = live(steps)
      lives.push({ events: day.recorded, endAt: day.endAt })
    },
    howMany(60, 600),
  )
  const file = join(folder(), 'snapshot')
  const bound = { file, build: 'b', seal: testSeal, journal: { linkAt: async (seq: number) => String(seq) } }
  const run = (state: State, events: readonly { event: OfficeEvent; at: number }[]) =>
    events.reduce((now, { event, at }) => evolve(now, event, at), state)
  for (const { events, endAt } of lives) {
    const next = '2026-11-25'
    const over: OfficeEvent[] = [
      { type: 'DayClosed', day: TODAY, unserved: [] },
      { type: 'DayOpened', day: next },
    ]
    const opened = run(START, [...events, ...over.map((event) => ({ event, at: endAt }))])
    const snapshots = keepSnapshots(bound, null, log)
    snapshots.opened({ seq: 7, at: endAt, state: opened, versions: [] })
    snapshots.opened({ seq: 8, at: endAt, state: opened, versions: [] })
    snapshots.start()
    await snapshots.stop()
    const read = await readSnapshot(bound)
    expect(read?.state).toStrictEqual(opened)
    const all = run(opened, events)
    expect(JSON.stringify(run(read?.state ?? NOTHING_YET, events))).toBe(JSON.stringify(all))
  }
  expect(lives.length).toBeGreaterThanOrEqual(howMany(60, 600))
})
