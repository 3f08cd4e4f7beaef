import { lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayOf } from '../../server/days.ts'
import { newCommandId } from '../../server/open-office.ts'
import { keepFigure } from '../support/keep-figure.ts'
import {
  ask,
  type Ended,
  endServers,
  importOver,
  newDataFolder,
  newPin,
  pair,
  plainOffice,
  post,
  runBuilt,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

/*
 * A day with words that occur nowhere else: whatever of them is found afterwards in a log, in the data folder or in a backup
 * was written down by us.
 */

const office = plainOffice()
const folder = newDataFolder(office)
const backup = join(folder, '..', `${folder.split('/').at(-1)}.backup`)
const day = dayOf(Date.now(), office.zone)
const CODES = ['KNRY2345', 'KNRY6789']
const PERSONAL = { name: 'SITI KENARIWATI', nik: '5171019912345678', phone: '0812-7777-31415' }
const BREAK = 'KNRY\r\n{"level":60,"forged":true}\u001b[31m'

/** What a day leaves: its secrets by what they are, and everything that it wrote. */
type Left = { secrets: Record<string, string>; said: Ended; files: Map<string, Buffer> }
let left: Left

/** Every file below a folder. */
const filesIn = (at: string): string[] =>
  readdirSync(at).flatMap((name) => {
    const path = join(at, name)
    return lstatSync(path).isDirectory() ? filesIn(path) : [path]
  })

const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

const live = async (): Promise<Left> => {
  const server = await startServer(folder, { LOG_LEVEL: 'trace' })
  const page = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(path, server.address), {
      method: 'POST',
      headers: { origin: server.address, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const { name, nik, phone } = PERSONAL
  const [head = '', ...rows] = wholeDayAgenda(day, CODES).trimEnd().split('\n')
  await importOver(
    server,
    [`${head},nama,nik,telepon`, ...rows.map((row) => `${row},${name},${nik},${phone}`)].join('\n'),
  )
  await importOver(server, `${head},nama\n${name},${nik},${phone},KNRYBADLINE,x`)
  const kiosk = await pair(server, 'kiosk', '1')
  for (const scanned of [...CODES, BREAK, name, nik])
    await ask(server.address, kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned })
  await fetch(new URL(`/t/${'KNRY'.padEnd(22, 'x')}?code=${CODES[0]}`, server.address))
  await fetch(new URL(`/KNRY%0d%0a${CODES[0]}`, server.address), { headers: { 'x-name': name } })
  const pin = await newPin(server, '07')
  const wrong = pin === '804617' ? '804618' : '804617'
  await page('/api/desk/session', { staff: '07', pin: wrong })
  const rank = await post(server.address, '/api/console/pin', server.console, '{"staff":"90","rank":"supervisor"}')
  const { pin: deskPin } = z.object({ pin: z.string() }).parse(rank.body)
  const cookie = cookieOf(await page('/api/desk/session', { staff: '90', pin: deskPin }))
  const hook = { url: 'https://hooks.example.org/antrean', events: ['outage.started'] }
  const added = z.object({ secret: z.string() }).loose()
  const answer: unknown = await (await page('/api/desk/webhooks', hook, { cookie })).json()
  const found = z.union([added, z.looseObject({ value: added }).transform(({ value }) => value)]).parse(answer)
  await page('/pair', { token: kiosk })
  await runBuilt('server/cli/main.js', ['backup', backup], folder)
  const said = await server.stop()
  const secrets = {
    ...PERSONAL,
    ...{ 'first code': CODES[0] ?? '', 'second code': CODES[1] ?? '', 'bad line': 'KNRYBADLINE' },
    ...{ 'token of a kiosk': kiosk, 'token of the console': server.console },
    ...{ 'cookie of a supervisor': cookie.split('=')[1] ?? '', 'wrong PIN': `"${wrong}"`, PIN: `"${pin}"` },
    ...{ 'PIN of a supervisor': `"${deskPin}"`, 'secret of a receiver': found.secret },
  }
  const files = new Map([...filesIn(folder), backup].map((file) => [file, readFileSync(file)]))
  return { secrets, said, files }
}

beforeAll(async () => {
  left = await live()
})
afterAll(endServers)

/** A backup holds its documents in base64: what stands in one is found at whichever of three places its letters begin. */
const formsOf = (secret: string): string[] => [
  secret,
  ...[0, 1, 2].map((before) => {
    const text = Buffer.from('x'.repeat(before) + secret).toString('base64')
    // The first and last letters depend on what stands beside it.
    return text.slice(before === 0 ? 0 : 4, -4)
  }),
]

const holds = (bytes: Buffer, secret: string): boolean => formsOf(secret).some((form) => bytes.includes(form))

describe('after a day with words that occur nowhere else', () => {
  test('no log and no output holds one of them', { tags: ['L1'] }, () => {
    const { secrets, said } = left
    expect(said.code).toBe(0)
    expect(said.err.split('\n').length).toBeGreaterThan(10)
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(5)
      expect([what, holds(Buffer.from(said.out + said.err), secret)]).toEqual([what, false])
    }
  })

  test('no store, write-ahead log or backup holds one, but the secret of a receiver where it is kept', {
    tags: ['L1'],
  }, (context) => {
    const { secrets, files } = left
    expect(
      [...files.keys()].filter((file) => /journal\.db|webhooks\.json|\.backup$/.test(file)).length,
    ).toBeGreaterThan(2)
    for (const [what, secret] of Object.entries(secrets)) {
      const found = [...files].filter(([, bytes]) => holds(bytes, secret)).map(([file]) => file.split('/').at(-1) ?? '')
      const isKept = what === 'secret of a receiver'
      expect([what, found.filter((name) => !isKept || !/^webhooks\.json(\.|$)|\.backup$/.test(name))]).toEqual([
        what,
        [],
      ])
      if (isKept) expect(found).toContain('webhooks.json')
    }
    keepFigure(context, `${Object.keys(secrets).length} canaries, ${files.size} files, 0 hits`)
  })

  test('every line of the log is one object of JSON, whatever somebody typed', { tags: ['L2'] }, () => {
    const lines = left.said.err.trimEnd().split('\n')
    for (const line of lines) expect(z.looseObject({ level: z.int() }).parse(JSON.parse(line)).forged).toBeUndefined()
    expect(left.said.err).not.toContain('\u001b')
  })

  test('everything in the data folder and the backup is readable by its owner alone', { tags: ['L4'] }, () => {
    // The office's document is written by people, here by this test; it holds no secret.
    for (const file of [...left.files.keys()].filter((one) => !one.endsWith('office.json')))
      expect([file, statSync(file).mode & 0o077]).toEqual([file, 0])
    expect(statSync(folder).mode & 0o077).toBe(0)
  })
})

test('the search itself finds a secret in a document inside a backup', { tags: ['L1'] }, () => {
  const body = Buffer.from(`{"secret":"canary-of-a-test-1234"}`).toString('base64')
  const file = join(folder, 'found')
  writeFileSync(file, `row ${body}`)
  expect(holds(readFileSync(file), 'canary-of-a-test-1234')).toBe(true)
  expect(holds(readFileSync(file), 'canary-of-a-test-9999')).toBe(false)
})
