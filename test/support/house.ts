import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { drivePrinter } from '../../printer/drive-printer.ts'
import { startSimulated } from '../../printer/simulated/start-simulated.ts'
import type { AgendaRow, Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { openForReading, openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { type OpenedOffice, openOfficeDoor } from '../../server/office.ts'
import { checkPlay } from '../../simulator/check-play.ts'
import { policy } from '../../simulator/policy.ts'
import type { Logged } from '../../simulator/rules-desk.ts'
import { GENERIC } from '../printer/sample-slip.ts'
import { at, DENPASAR, TODAY, window } from './denpasar.ts'
import { nextId, testSeal, type VirtualClock, virtualClock } from './office.ts'
import { counter, KIOSK, PRINTER } from './rules.ts'

const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
const newFolder = () => mkdtempSync(join(tmpdir(), 'antrean-day-'))
const journalIn = (folder: string) => join(folder, 'journal.db')
const silent = { info: () => {}, warn: () => {} }

/** A row of an agenda, code in clear. */
export const agendaRow = (code: string, hours: string, change: Partial<AgendaRow> = {}): AgendaRow => ({
  code,
  day: TODAY,
  window: window(hours),
  service: 'passport-new',
  status: 'booked',
  priority: false,
  ...change,
})

/** Resolves with the first view of this sender that fits; a day that never shows it fails by its time-out. */
export const viewThat = (door: OpenedOffice, sender: Sender, fits: (view: View) => boolean): Promise<View> =>
  new Promise((resolve) => {
    const found: { stop?: () => void; view?: View } = {}
    found.stop = door.watch(sender, (view) => {
      if (found.view !== undefined || !fits(view)) return
      found.view = view
      found.stop?.()
      resolve(view)
    })
    if (found.view !== undefined) found.stop()
  })

/**
 * A whole office for a day: a journal on disk, the Door, a simulated printer on the wire with its driver, a clock that
 * only moves when the day says so. `cutPower` drops everything as a power cut does and starts anew on the same disk.
 */
export const openHouse = async (rows: AgendaRow[] = []) => {
  let file = journalIn(newFolder())
  const clock: VirtualClock = virtualClock(at('07.00'))
  const printer = await startSimulated({ clock: clock.now, columns: 48 })

  const start = async () => {
    const journal = await openSqliteJournal(file)
    const faults: unknown[] = []
    const door = await openOfficeDoor({
      journal,
      clock,
      seal: testSeal,
      epoch: nextId(),
      onFault: (f) => faults.push(f),
    })
    return { door, faults }
  }
  const drive = (door: OpenedOffice) =>
    drivePrinter({
      door,
      sender: PRINTER,
      port: printer.port,
      model: GENERIC,
      address: 'http://antrean.test:4100',
      newCommandId: nextId,
      log: silent,
      // The order of things is what a day tests; real patience only makes it longer.
      pace: { pollMs: 40, answerMs: 150, proofMs: 400, quietMs: 40, checkMs: 150, settleMs: 20 },
    })

  let running = await start()
  const ask = (wish: Wish, sender: Sender) => running.door.submit({ ...wish, commandId: nextId() }, sender)
  await ask({ type: 'ConfigureOffice', office: DENPASAR }, CONSOLE)
  await ask({ type: 'OpenDay', day: TODAY }, CONSOLE)
  if (rows.length > 0) await ask({ type: 'ImportAgenda', rows }, CONSOLE)
  let driver = drive(running.door)

  return {
    clock,
    printer: printer.printer,
    ask,
    asConsole: CONSOLE,
    door: () => running.door,
    scan: (code: string, kiosk = '1') => ask({ type: 'CheckIn', scanned: code }, { ...KIOSK, place: kiosk }),
    open: async (...places: number[]) => {
      for (const place of places) {
        const { stages = [], helps = [] } = DENPASAR.counters[place - 1] ?? {}
        await ask({ type: 'OpenCounter', stages, helps }, counter(place))
      }
    },
    call: (place: number) => ask({ type: 'CallNext' }, counter(place)),
    /** Resolves when every paper that is owed came out, or is known not to. */
    papersSettled: () => viewThat(running.door, PRINTER, (view) => view.role === 'printer' && view.slips.length === 0),
    /** Everything goes dark at once; what is on the disk at that instant is all that the next start finds. */
    async cutPower() {
      printer.printer.set({ power: 'off' })
      const left = journalIn(newFolder())
      for (const tail of ['', '-wal']) copyFileSync(`${file}${tail}`, `${left}${tail}`)
      const dark = running
      file = left
      await driver.stop()
      await dark.door.close()
      running = await start()
      printer.printer.set({ power: 'on' })
      driver = drive(running.door)
    },
    /** Ends the day, and holds all of it against the law: nobody was passed unjustly, whatever happened. */
    async close() {
      await driver.stop()
      await printer.stop()
      await running.door.close()
      const { links, close } = openForReading(file)
      const log: Logged[] = []
      for await (const { at, by, event } of readChain(links)) log.push({ at, by: by.place, event })
      await close()
      const { unjustOvertakes, keyViolations, boundViolations } = checkPlay(log, policy('window+families'))
      expect({ unjustOvertakes, keyViolations, boundViolations }).toEqual({
        unjustOvertakes: 0,
        keyViolations: 0,
        boundViolations: 0,
      })
    },
  }
}
