import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDocument } from '../../../config/document.ts'
import { loadOffice, officeFile } from '../../../config/load-office.ts'
import { createRandom } from '../../../printer/simulated/random.ts'
import { Devices, NO_DEVICES, NO_STAFF, StaffList } from '../../../server/access/documents.ts'
import { journalFile } from '../../../server/journal/backup-journal.ts'
import { readLinks } from '../../../server/journal/read-chain.ts'
import { openForReading, openSqliteJournal } from '../../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../../server/journal/verify-journal.ts'
import { openOffice } from '../../../server/open-office.ts'
import { loadSecret, makeSeal } from '../../../server/seal.ts'
import { readSnapshot, snapshotFile } from '../../../server/snapshot.ts'
import { at, DENPASAR } from '../denpasar.ts'
import { virtualClock } from '../office.ts'
import { type Image, makeDisk } from './power-cut.ts'
import { type DiskOp, recordWrites } from './record-writes.ts'

const PROGRAM = fileURLToPath(new URL('./office-at-work.ts', import.meta.url))
/** Images are opened in memory: what a cut leaves was decided before. */
const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** Kept out of the images: made anew at every start, or not of this recording. */
const BESIDE = /(-shm|lock\.db.*|survey\.db.*|\.answers.*)$/
/** Of so many states one is opened as a whole office; the others by their parts, which is twenty times faster. */
const WHOLE_EVERY = 50

/** What a state came to. `older`: opened without a word, and something that was acknowledged is missing. */
export type Verdict = { what: 'kept' | 'older' | 'refused' | 'wrong'; why: string }

/** An office that was watched at its work. */
export type Recording = {
  folder: string
  found: Image
  ops: readonly DiskOp[]
  /** The chain's link after each event. */
  links: readonly string[]
}

/** Watches an office from its first start to its last end. */
export const recordOffice = async (): Promise<Recording> => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-watched-'))
  writeFileSync(officeFile(folder), JSON.stringify({ ...DENPASAR, name: 'Kantor 0', example: false }))
  const found = new Map(readdirSync(folder).map((name) => [join(folder, name), readFileSync(join(folder, name))]))
  const ops = recordWrites(PROGRAM, folder).filter(
    (op) => op.kind === 'say' || !BESIDE.test(op.kind === 'rename' ? op.to : op.path),
  )
  const links: string[] = []
  const journal = openForReading(journalFile(folder))
  for await (const { link } of readLinks(journal.links)) links.push(link)
  await journal.close()
  return { folder, found, ops, links }
}

/** What the office had said when the power went. */
type Said = { events: number; office: number; backup: number; backupEvents: number }

const log = { warn: () => undefined }

const openParts = async (folder: string, said: Said, links: readonly string[]): Promise<Verdict> => {
  const journal = await openSqliteJournal(journalFile(folder))
  try {
    const last = journal.lastSeq()
    const verified = await verifyJournal(journalFile(folder))
    if (verified.status === 'damaged') return { what: 'refused', why: verified.reason }
    if (last < said.events) return { what: 'older', why: `${last} of ${said.events} events` }
    if (last > 0 && (await journal.linkAt(last)) !== links[last - 1])
      return { what: 'wrong', why: `another event ${last}` }
    const office = (await loadOffice({ dataDir: folder, log })).read()
    const no = Number(/^Kantor (\d+)$/.exec(office.name)?.[1])
    if (no < said.office) return { what: 'older', why: `office ${no} of ${said.office}` }
    if (no > said.office + 1) return { what: 'wrong', why: `office ${no} after ${said.office}` }
    if (JSON.stringify({ ...office, name: '' }) !== JSON.stringify({ ...DENPASAR, name: '', example: false }))
      return { what: 'wrong', why: 'an office that was never written' }
    const at = (name: string) => join(folder, name)
    await openDocument({ file: at('devices.json'), schema: Devices, initial: () => NO_DEVICES, log })
    await openDocument({ file: at('staff.json'), schema: StaffList, initial: () => NO_STAFF, log })
    const seal = makeSeal(await loadSecret(folder))
    await readSnapshot({ file: snapshotFile(folder), build: 'a build', seal, journal })
    if (said.backup >= 0) {
      const backup = await verifyJournal(at(`backup-${said.backup}`))
      if (backup.status === 'damaged') return { what: 'refused', why: `backup: ${backup.reason}` }
      if (backup.events < said.backupEvents) return { what: 'older', why: `backup with ${backup.events} events` }
    }
    return { what: 'kept', why: '' }
  } finally {
    await journal.close()
  }
}

const openWhole = async (folder: string, said: Said): Promise<Verdict> => {
  const house = await openOffice({
    ...{ dataDir: folder, log, build: 'a build', clock: virtualClock(at('07.00') + 2 * 86_400_000) },
    onFault: (fault) => {
      throw fault
    },
  })
  const [journalled, file] = [house.door.state().office, house.office.read()]
  const last = house.journal.lastSeq()
  await house.close()
  if (last < said.events) return { what: 'older', why: `${last} of ${said.events} events` }
  return JSON.stringify(journalled) === JSON.stringify(file)
    ? { what: 'kept', why: '' }
    : { what: 'wrong', why: 'journal and document name different offices' }
}

/** What the office says when it meets this state, as it opens or refuses it. */
const judge = async (image: Image, recording: Recording, said: Said, whole: boolean): Promise<Verdict> => {
  const folder = mkdtempSync(join(FAST, 'antrean-cut-'))
  try {
    for (const [path, bytes] of image)
      if (!BESIDE.test(path)) writeFileSync(path.replace(recording.folder, folder), bytes, { mode: 0o600 })
    const parts = await openParts(folder, said, recording.links)
    return parts.what === 'kept' && whole ? await openWhole(folder, said) : parts
  } catch (trouble) {
    return { what: 'refused', why: trouble instanceof Error ? trouble.message : String(trouble) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** States that were looked at, by verdict, and the first reasons of those that were not kept. */
export type Replayed = Record<Verdict['what'], number> & { states: number; reasons: string[] }

/**
 * Cuts the power after recorded operations, in so many ways in all, and opens what is left. `drops` says which syncs this
 * disk only pretends: a planted fault. The same seed looks at the same states.
 */
export const replay = async (
  recording: Recording,
  { states, seed, drops = () => false }: { states: number; seed: number; drops?: (path: string) => boolean },
): Promise<Replayed> => {
  const random = createRandom(seed)
  const disk = makeDisk(recording.found)
  const told: Replayed = { kept: 0, older: 0, refused: 0, wrong: 0, states: 0, reasons: [] }
  let said: Said = { events: 0, office: 0, backup: -1, backupEvents: 0 }
  const turns = Math.max(1, Math.ceil(states / recording.ops.length))
  const share = states / (turns * recording.ops.length)
  for (const [i, op] of recording.ops.entries()) {
    if (op.kind !== 'sync' || !drops(op.path)) disk.feed(op)
    if (op.kind === 'say') {
      const [what, n] = op.text.split(' ')
      const backup = what === 'backup' ? { backup: Number(n), backupEvents: said.events } : {}
      said = { ...said, ...(what === 'events' || what === 'office' ? { [what]: Number(n) } : backup) }
    }
    // Few states are spread over the whole recording.
    if (Math.floor((i + 1) * share) === Math.floor(i * share)) continue
    const first = turns < 4 ? Math.floor(random() * 6) : 0
    for (let turn = first; turn < first + turns; turn += 1) {
      const verdict = await judge(disk.cut(turn, random), recording, said, told.states % WHOLE_EVERY === 0)
      told[verdict.what] += 1
      told.states += 1
      if (verdict.what !== 'kept' && told.reasons.length < 12)
        told.reasons.push(`after operation ${i} (${op.kind}), way ${turn}: ${verdict.what}, ${verdict.why}`)
    }
  }
  return told
}
