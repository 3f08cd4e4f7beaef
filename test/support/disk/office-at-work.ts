/**
 * A program of its own, to be watched from outside: an office on the folder it is given, started and ended some times, that
 * takes commands, changes its document, turns days, folds its log and makes backups. What is done is said on stdout, one line each, the
 * moment somebody could rely on it: `events <n>` are on disk, `office <n>` holds, `backup <n>` is made.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Wish } from '../../../protocol/commands.ts'
import type { Sender } from '../../../protocol/roles.ts'
import { backupJournal } from '../../../server/journal/backup-journal.ts'
import { CONSOLE, openOffice } from '../../../server/open-office.ts'
import { dayAfter } from '../../../server/rules/civil.ts'
import { at, DENPASAR, TODAY } from '../denpasar.ts'
import { virtualClock } from '../office.ts'

const KIOSK: Sender = { role: 'kiosk', device: 'k', place: '1', staff: null }
const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'office', staff: null }
const STARTS = 3
const COMMANDS = 8
const CHANGES = 2

const [dataDir = ''] = process.argv.slice(2)
const say = (what: string, n: number): void => void writeSync(1, `${what} ${n}\n`)
const fail = (fault: unknown): never => {
  throw fault
}

let [made, offices] = [0, 0]
for (let start = 0; start < STARTS; start += 1) {
  const clock = virtualClock(at('07.00') + start * 86_400_000)
  const house = await openOffice({ dataDir, clock, log: { warn: fail }, build: 'a build', onFault: fail })
  const ask = async (wish: Wish, sender: Sender): Promise<void> => {
    made += 1
    await house.door.submit({ ...wish, commandId: `watched-${String(made).padStart(12, '0')}` }, sender)
    say('events', house.journal.lastSeq())
  }
  const today = dayAfter(TODAY, start)
  await ask({ type: 'OpenDay', day: today }, CLOCK)
  for (let i = 0; i < COMMANDS; i += 1) await ask({ type: 'CheckIn', scanned: `CODE${1000 + made}` }, KIOSK)
  for (let i = 0; i < CHANGES; i += 1) {
    const next = { ...DENPASAR, name: `Kantor ${offices + 1}`, example: false }
    const { status } = await house.keeper.change(house.keeper.versions().length, next, CONSOLE)
    if (status !== 'saved') throw new Error(status)
    offices += 1
    say('office', offices)
    say('events', house.journal.lastSeq())
  }
  await house.door.forget({ codesBefore: dayAfter(today, 1), commandsBefore: 0 })
  for (let i = 0; i < COMMANDS; i += 1) await ask({ type: 'CheckIn', scanned: `CODE${1000 + made}` }, KIOSK)
  await backupJournal(dataDir, join(dataDir, `backup-${start}`))
  say('backup', start)
  await ask({ type: 'CloseDay', day: today }, CLOCK)
  await house.close()
}
