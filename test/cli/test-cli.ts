import { expect } from 'vitest'
import { readSettings } from '../../config/settings.ts'
import type { IntegrationView } from '../../protocol/views.ts'
import type { CliRooms } from '../../server/cli/cli-rooms.ts'
import { done, type OfficeDesk, refused } from '../../server/cli/office-desk.ts'
import { runCli } from '../../server/cli/run-cli.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'

const FIGURES: IntegrationView = {
  ...{ role: 'integration', epoch: 'e', seq: 7, at: 1, office: { name: 'Kanim', zone: 'Asia/Makassar' } },
  ...{ day: '2026-11-24', booked: 117, checkedIn: 12, waiting: 4, inHand: 3, done: 5, turnedAway: {}, slipsOwed: 0 },
  ...{ countersOpen: 3, load: [{ window: window('10.00-11.00'), booked: 24, load: 1.2 }], overrides: {} },
  ...{ outage: null, percepatanAtRisk: 0, likelyCalls: { shown: 0, inside: 0, above: 0 }, devices: [], sounds: [] },
}
const record = (clock: string, event: OfficeEvent): Recorded => ({
  seq: 1,
  at: at(clock),
  by: { role: 'counter', place: '3', staff: '07' },
  event,
})
const JOURNAL: Recorded[] = [
  record('07.00', { type: 'OfficeConfigured', office: DENPASAR }),
  record('10.07', {
    ...{ type: 'Called', callNo: 1, ticketId: `${TODAY}/A002`, counter: 3, stage: 'documents', helping: true },
    ...{ turnAt: at('10.30'), shiftMin: 30, letter: 'A' },
    runnerUp: { ticketId: `${TODAY}/A001`, turnAt: at('10.35') },
  }),
  record('10.09', {
    ...{ type: 'Overridden', act: 'out-of-order-call', ticketId: `${TODAY}/A003`, staff: '07', reason: 'urgent' },
  }),
]
/** The token that every pairing of the tests gives. */
export const TOKEN = 'T'.repeat(43)

/** A command line on rooms that write down what they were asked; `desk` and `rooms` may be replaced by a test. */
export const openTestCli = () => {
  const asked: unknown[] = []
  const note = (...what: unknown[]) => asked.push(what)
  const desk: OfficeDesk = {
    address: 'http://antrean.local',
    pair: async (role, place) => {
      note('pair', role, place)
      return done(TOKEN)
    },
    enterAgenda: async (file, acceptGoodRows) => {
      note('enter', Buffer.from(file).toString(), acceptGoodRows)
      return done({ status: 'entered', good: 2, bad: [], added: 1, changed: 0, unchanged: 1 })
    },
    newPin: async (staff) => {
      note('pin', staff)
      return done('481516')
    },
    ask: async (wish) => {
      note('ask', wish)
      return wish.type === 'EndOutage' ? refused('outage-known') : done({ kind: 'done' })
    },
    figures: async () => done(FIGURES),
    close: async () => {
      note('close')
    },
  }
  const rooms: CliRooms = {
    settings: () => readSettings({ ANTREAN_DATA: '/srv/antrean' }),
    openDesk: async () => done(cli.desk),
    checkConfig: async (file) => {
      note('check', file)
      return []
    },
    readBytes: async (file) => (file === 'selasa.csv' ? done(Buffer.from('kode\n')) : refused(`${file}: ENOENT`)),
    move: async (to) => {
      note('move', to)
      return to === 'file' ? refused('a server leads office: stop every server first') : done(12)
    },
    verify: async (file) => {
      note('verify', file)
      return done({ status: 'sound', events: 12, lastLink: 'ab' })
    },
    readJournal: async (see) => {
      for (const recorded of JOURNAL) see(recorded)
      return done(undefined)
    },
    backup: async (file) => {
      note('backup', file)
      return done({ status: 'sound', events: 12, lastLink: null })
    },
    nightly: async (folder, secondFolder) => {
      note('nightly', folder, secondFolder)
      const second = secondFolder === null ? null : { folder: secondFolder, trouble: null }
      return done({ file: `${folder}/x.backup`, found: { status: 'sound', events: 12, lastLink: null }, second })
    },
    drill: async (from) => {
      note('drill', from)
      return done({ file: from, events: 12, restored: 12, day: TODAY, tickets: 3 })
    },
    restore: async (file) => {
      note('restore', file)
      return done(12)
    },
    hub: async (work) => {
      note('hub')
      return done(
        await work(
          {
            newOfficeKey: async () => TOKEN,
            newReaderKey: async () => TOKEN,
            removeReader: async (name) => name === 'direktorat',
            forget: async (office) => office === 'denpasar',
            list: async () => ({ offices: [{ office: 'denpasar', region: 'bali' }], readers: ['direktorat'] }),
          },
          'https://hub.example.go.id',
        ),
      )
    },
    makeCertificate: async (names) => {
      note('certificate', names)
      return done({ names: [...names], endsAt: 0, caFile: 'ca.crt', fingerprint: 'AB:CD' })
    },
  }
  const cli = {
    asked,
    desk,
    rooms,
    run: async (...given: string[]) => {
      const out: string[] = []
      const err: string[] = []
      const exit = await runCli(given, cli.rooms, { out: (line) => out.push(line), err: (line) => err.push(line) })
      return { exit, out, err }
    },
    runJson: async (...given: string[]) => {
      const { exit, out } = await cli.run(...given, '--json')
      expect(out).toHaveLength(1)
      return { exit, json: JSON.parse(out[0] ?? '') }
    },
  }
  return cli
}
