import { join } from 'node:path'
import type { DocumentLog } from '../../config/document.ts'
import { nextMidnight } from '../days.ts'
import type { RetentionPort } from '../gateway/desk/house-ports.ts'
import { DiskRefused } from '../journal/journal.ts'
import type { OpenOffice } from '../open-office.ts'
import { removeOldFiles } from '../retention/old-files.ts'
import { type Delete, openRetention } from '../retention/open-retention.ts'
import { doerOf } from './desk-webhooks.ts'

/** Where the inbox puts files that it took or set aside, and itself, where what it does not know stays lying. */
const AGENDA_FOLDERS = ['done', 'set-aside', '']

/** Opens the one schedule of what a house deletes, and what its page asks. */
export const openDeskRetention = (options: {
  house: OpenOffice
  dataDir: string
  now: () => number
  forgetTries: (beforeAt: number) => number
  log: DocumentLog
  onFault: (fault: unknown) => void
}): { port: RetentionPort; stop(): Promise<void> } => {
  const { house, dataDir, now, forgetTries, log, onFault } = options
  const { door, access, office, record } = house

  const journal: Delete = async ({ codesBefore, answersBefore }) => {
    try {
      const { codes, commands } = await door.forget({ codesBefore, commandsBefore: answersBefore })
      return { 'booking-codes': codes, 'command-answers': commands }
    } catch (trouble) {
      // The report then says nothing of them, and the next run tries again.
      if (!(trouble instanceof DiskRefused)) throw trouble
      log.warn({ trouble: trouble.message }, 'codes and answers could not be deleted')
      return {}
    }
  }
  const agendaFiles: Delete = async ({ filesBefore }) => {
    try {
      const folders = AGENDA_FOLDERS.map((name) => join(dataDir, 'agenda-inbox', name))
      const counts = await Promise.all(folders.map((folder) => removeOldFiles(folder, filesBefore)))
      return { 'agenda-files': counts.reduce((sum, count) => sum + count, 0) }
    } catch (trouble) {
      // The inbox may lie on a share that is gone: the report then says nothing of files, and the next run tries again.
      if (!(trouble instanceof Error && 'syscall' in trouble)) throw trouble
      log.warn({ trouble: trouble.message }, 'agenda files could not be deleted')
      return {}
    }
  }
  const keys: Delete = async ({ pairingsBefore, strangersBefore }) => {
    const { pairings, strangers, sessions } = await access.forgetOld({ pairingsBefore, strangersBefore })
    return { 'revoked-pairings': pairings, 'strange-numbers': strangers, 'ended-sessions': sessions }
  }
  const tries: Delete = async ({ triesBefore }) => ({ 'webhook-tries': forgetTries(triesBefore) })

  const settings = () => office.read().retention
  const kept = openRetention({
    ...{ deletes: [journal, agendaFiles, keys, tries], settings, day: () => door.state().day?.day ?? null },
    ...{ now, record, onRecorded: door.onRecorded, onFault },
  })
  return {
    port: {
      page: () => ({ settings: settings(), last: kept.last(), nextAt: nextMidnight(now(), office.read().zone) }),
      run: (sender) => kept.run(doerOf(sender)),
    },
    stop: kept.stop,
  }
}
