import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { journalFile, restoreJournal } from '../journal/backup-journal.ts'
import { backupsIn } from '../journal/nightly-backup.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { openOffice } from '../open-office.ts'
import { everyTicket } from '../rules/tickets.ts'
import type { Drilled } from './cli-rooms.ts'
import { type Asked, done, refused } from './office-desk.ts'

const newestOf = async (from: string): Promise<string | null> => {
  if (!(await stat(from)).isDirectory()) return from
  const newest = (await backupsIn(from)).at(-1)
  return newest === undefined ? null : join(from, newest)
}

/** Restores a backup, or the newest of a folder, into a scratch folder of this machine, and opens the office in it. */
export const drillBackup = async (from: string): Promise<Asked<Drilled>> => {
  const file = await newestOf(from)
  if (file === null) return refused(`no backup in ${from}`)
  const held = await verifyJournal(file)
  if (held.status === 'damaged') return refused(`damaged backup: ${held.reason}`)
  const scratch = await mkdtemp(join(tmpdir(), 'antrean-drill-'))
  try {
    const came = await restoreJournal(scratch, file)
    if (came.status === 'damaged') return refused(`damaged backup: ${came.reason}`)
    const restored = await verifyJournal(journalFile(scratch))
    if (restored.status === 'damaged') return refused(`damaged after the restore: ${restored.reason}`)
    if (restored.lastLink !== held.lastLink) return refused(`${file}: the last link differs after the restore`)
    const office = await openOffice({
      dataDir: scratch,
      log: { warn: () => undefined },
      onFault: (fault) => {
        throw fault
      },
    })
    const { day, tickets } = office.door.state()
    await office.close()
    const known = { day: day?.day ?? null, tickets: everyTicket(tickets).length }
    return done({ file, events: held.events, restored: restored.events, ...known })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
