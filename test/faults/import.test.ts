import { existsSync, mkdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AgendaReport } from '../../protocol/problem.ts'
import { dayOf } from '../../server/days.ts'
import { newCommandId } from '../../server/open-office.ts'
import {
  ask,
  chooseZone,
  endServers,
  importOver,
  newDataFolder,
  pair,
  type RunningServer,
  runBuilt,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

const today = dayOf(Date.now(), chooseZone(Date.now()))
const folder = newDataFolder()
const inbox = join(folder, 'agenda-inbox')
let server: RunningServer
let kiosk = ''

beforeAll(async () => {
  server = await startServer(folder)
  kiosk = await pair(server, 'kiosk', '1')
})
afterAll(endServers)

/** Two good lines, then a day that does not exist, a service that nobody has, and no code. */
const withMistakes = (first: string, second: string): string =>
  [
    ...wholeDayAgenda(today, [first, second]).trimEnd().split('\n'),
    'BADDAYXX,2026-02-30,08.00-09.00,passport-new',
    `BADSERVX,${today},08.00-09.00,paspor emas`,
    `,${today},08.00-09.00,passport-new`,
    '',
  ].join('\n')
const BAD = [
  { line: 4, column: 'tanggal', reason: 'Tanggal ini tidak ada di kalender.' },
  { line: 5, column: 'layanan', reason: expect.stringContaining('Layanan tidak dikenal.') },
  { line: 6, column: 'kode', reason: 'Kode kosong.' },
]
const SET_ASIDE = { status: 'set-aside', good: 2, bad: BAD, added: 0, changed: 0, unchanged: 0 }
const entered = (added: number, unchanged: number, bad: unknown[] = []) => ({
  status: 'entered',
  good: added + unchanged,
  bad,
  added,
  changed: 0,
  unchanged,
})

/** What a kiosk says of a code: whether the office knows the booking. */
const verdictOf = async (scanned: string) => {
  const answer = await ask(server.address, kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned })
  return answer.status === 'taken' && answer.result.kind === 'check-in' ? answer.result.verdict : answer
}

/** One way to bring a file in, and what it reports. */
type Way = (name: string, text: string, acceptGoodRows: boolean) => Promise<unknown>

const byCommandLine: Way = async (name, text, acceptGoodRows) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  const accept = acceptGoodRows ? ['--accept-good-rows'] : []
  const { code, out } = await runBuilt('server/cli/main.js', ['import', file, '--json', ...accept], folder)
  const report = AgendaReport.parse(JSON.parse(out))
  expect(code).toBe(report.status === 'entered' ? 0 : 1)
  return report
}

const byHttp: Way = async (_name, text, acceptGoodRows) => {
  const { status, body } = await importOver(server, text, acceptGoodRows ? '?accept=good-rows' : '')
  if (status === 200) return body
  expect(status).toBe(422)
  return typeof body === 'object' && body !== null && 'report' in body ? body.report : body
}

/** Resolves when the file is there, whole; a test that never sees it fails by its time-out. */
const isThere = (file: string, ending: string): Promise<void> =>
  new Promise((resolve) => {
    const watching = watch(join(file, '..'))
    const look = () => {
      if (!existsSync(file) || !readFileSync(file, 'utf8').endsWith(ending)) return
      watching.close()
      resolve()
    }
    watching.on('change', look)
    look()
  })

/** Drops a file as a person does; its report, and the printed one beside it. */
const drop = async (name: string, text: string, where: 'done' | 'set-aside') => {
  for (const sub of ['done', 'set-aside']) mkdirSync(join(inbox, sub), { recursive: true })
  const outside = join(folder, `${name}.part`)
  writeFileSync(outside, text)
  renameSync(outside, join(inbox, name))
  const report = join(inbox, where, `${name}.laporan.json`)
  await isThere(report, '}\n')
  expect(existsSync(join(inbox, name))).toBe(false)
  expect(readFileSync(join(inbox, where, name), 'utf8')).toBe(text)
  return AgendaReport.parse(JSON.parse(readFileSync(report, 'utf8')))
}

test.each([
  ['the command line', byCommandLine, 'CLIONEXX', 'CLITWOXX'],
  ['HTTP', byHttp, 'WEBONEXX', 'WEBTWOXX'],
] as const)(
  'by %s bad lines are told, nothing enters until the good rows are accepted, and again changes nothing',
  async (_name, bring, one, two) => {
    const file = `${one}.csv`
    expect(await bring(file, withMistakes(one, two), false)).toEqual(SET_ASIDE)
    expect(await verdictOf(one)).toBe('unknown')
    expect(await bring(file, withMistakes(one, two), true)).toEqual(entered(2, 0, BAD))
    expect(await verdictOf(one)).toBe('on-time')
    expect(await bring(file, withMistakes(one, two), true)).toEqual(entered(0, 2, BAD))
    expect(await verdictOf(one)).toBe('already-in')
    expect(await verdictOf(two)).toBe('on-time')
  },
)

test('a dropped file with bad lines is set aside whole with its report; repaired it enters; twice it changes nothing', async () => {
  expect(await drop('pagi.csv', withMistakes('DROPONEX', 'DROPTWOX'), 'set-aside')).toEqual(SET_ASIDE)
  expect(await verdictOf('DROPONEX')).toBe('unknown')
  const good = wholeDayAgenda(today, ['DROPONEX', 'DROPTWOX'])
  expect(await drop('siang.csv', good, 'done')).toEqual(entered(2, 0))
  expect(await verdictOf('DROPONEX')).toBe('on-time')
  expect(await drop('sore.csv', good, 'done')).toEqual(entered(0, 2))
  expect(await verdictOf('DROPONEX')).toBe('already-in')
})

test('the same file by all three ways is one agenda', async () => {
  const text = wholeDayAgenda(today, ['SAMEONEX', 'SAMETWOX', 'SAMETHRE'])
  expect(await byHttp('sama.csv', text, false)).toEqual(entered(3, 0))
  expect(await byCommandLine('sama.csv', text, false)).toEqual(entered(0, 3))
  expect(await drop('sama.csv', text, 'done')).toEqual(entered(0, 3))
})

test('the printed report names line, column and reason and repeats nothing of what stood in the file', async () => {
  const name = 'cetak.csv'
  await drop(name, withMistakes('PRINTONE', 'PRINTTWO'), 'set-aside')
  const printed = join(inbox, 'set-aside', `${name}.laporan.txt`)
  await isThere(printed, '\n')
  const text = readFileSync(printed, 'utf8')
  expect(text).toContain(basename(name))
  expect(text).toContain('- Baris 4, kolom tanggal: Tanggal ini tidak ada di kalender.')
  expect(text).toContain('- Baris 6, kolom kode: Kode kosong.')
  expect(text).not.toMatch(/PRINTONE|BADSERVX|paspor emas/)
})
