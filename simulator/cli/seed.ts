import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from '../../config/document.ts'
import { writeDurably } from '../../config/durable-file.ts'
import { EXAMPLE_OFFICE_FILE, officeFile } from '../../config/load-office.ts'
import { Office } from '../../protocol/office.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import type { Entry } from '../../server/journal/journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { dayAt } from '../../server/rules/civil.ts'
import { loadSecret } from '../../server/seal.ts'
import { type Done, firstDayOf, seedDays } from '../seed/seed-days.ts'
import { showProgress } from './progress.ts'

const HELP = `npm run seed -- --data <folder> [--days <n>] [--seed <n>]

  --data <folder>  a new or empty folder, in which an office with a past is made
  --days <n>       working days of it, up to yesterday, default 250 (about 75,000 visits, some minutes)
  --seed <n>       another seed makes another past, default 7`

const MOST_DAYS = 2000

/** Reads the command line; a mistake comes back as one sentence, null asks for the help. */
const readWish = (
  args: readonly string[],
): { data: string; days: number; seed: number } | { mistake: string } | null => {
  const options = {
    data: { type: 'string' },
    days: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  } as const
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
  try {
    values = parseArgs({ args: [...args], options, strict: true }).values
  } catch (cause) {
    return { mistake: cause instanceof Error ? cause.message : String(cause) }
  }
  const { data, days = '250', seed = '7', help } = values
  if (help) return null
  if (data === undefined) return { mistake: '--data names the folder' }
  if (!/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS)
    return { mistake: `--days is a number from 1 to ${MOST_DAYS}` }
  if (!/^\d{1,9}$/.test(seed)) return { mistake: '--seed is a whole number of at most nine digits' }
  if (existsSync(data) && readdirSync(data).length > 0)
    return { mistake: `${data} is not empty: a past is never mixed with another` }
  return { data, days: Number(days), seed: Number(seed) }
}

const entryOf = ({ commandId, by: { role, place, staff }, at, events }: Done): Entry => ({
  ...{ at, by: { role, place, staff }, commandId, digest: 'seed' },
  answer: { status: 'taken', result: { kind: 'done' } },
  events: [...events],
})

const seed = async ({ data, days, seed }: { data: string; days: number; seed: number }): Promise<void> => {
  const example = parseDocument(EXAMPLE_OFFICE_FILE, readFileSync(EXAMPLE_OFFICE_FILE, 'utf8'), Office)
  await mkdir(data, { recursive: true, mode: 0o700 })
  await loadSecret(data)
  const journal = await openSqliteJournal(journalFile(data))
  const progress = showProgress(days)
  let visits = 0
  let open: Entry[] = []
  const written: Promise<number>[] = []
  const firstDay = firstDayOf(days, dayAt(Date.now(), example.zone))
  const office = seedDays({
    ...{ example, days, seed, firstDay },
    each(done) {
      visits += done.events.filter(({ type }) => type === 'CheckedIn').length
      if (done.events.length > 0) open.push(entryOf(done))
    },
    onDay() {
      // A day is on disk when this returns: the journal itself waits for nothing.
      written.push(journal.appendAll(open))
      open = []
      progress.step()
    },
  })
  await Promise.all(written)
  // A command is known for two days; those of a past that nobody repeats need not fill the disk.
  await journal.forgetCommands(Date.now())
  progress.end()
  await writeDurably(officeFile(data), JSON.stringify(office))
  await journal.close()
  console.log(`${days} days from ${firstDay}, ${visits} visits in ${join(data, 'journal.db')}`)
}

process.umask(0o077)
const wish = readWish(process.argv.slice(2))
if (wish === null) console.log(HELP)
else if ('mistake' in wish) {
  console.error(`${wish.mistake}\n\n${HELP}`)
  process.exitCode = 2
} else await seed(wish)
