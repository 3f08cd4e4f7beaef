import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgendaReport } from '../../protocol/problem.ts'
import { openAgendaSource } from '../../server/agenda/agenda-source.ts'
import { fetchAgenda } from '../../server/agenda/fetch-agenda.ts'
import { REASONS } from '../../server/agenda/reasons.ts'
import type { SheetReading } from '../../server/agenda/sheet.ts'
import { makeWorkbook } from './make-workbook.ts'

const CSV = 'kode;tanggal;jam;layanan\nABCD2345;24-11-2026;10.00-11.00;Paspor baru\n'
const ROW = ['ABCD2345', '24-11-2026', '10.00-11.00', 'Paspor baru']
const MINUTE = 60_000

let asked: IncomingMessage[]
let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  asked.push(request)
  answer(request, response)
})
let origin = ''
const send = (type: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200) => {
  answer = (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }
}

beforeEach(async () => {
  asked = []
  send('text/csv', CSV)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const firstRow = (sheet: SheetReading) => ('data' in sheet ? sheet.data[0]?.split() : sheet)
const fetchOne = (path = '/janji', token: string | null = 'rahasia') =>
  fetchAgenda({ url: `${origin}${path}`, token, etag: null })

describe('a list that is fetched over HTTP', () => {
  it.each([
    ['CSV', 'text/csv', CSV],
    ['a workbook', 'application/octet-stream', makeWorkbook([['kode', 'tanggal', 'jam', 'layanan'], ROW])],
    [
      'rows of JSON',
      'application/json; charset=utf-8',
      JSON.stringify({ data: [{ kode: ROW[0], tanggal: ROW[1], jam: ROW[2], layanan: ROW[3] }] }),
    ],
  ])('may be %s', async (_what, type, body) => {
    send(type, body)
    const fetched = await fetchOne()
    expect(fetched.status === 'fetched' && firstRow(fetched.sheet)).toEqual({ cells: ROW })
    expect(asked[0]?.headers.authorization).toBe('Bearer rahasia')
  })

  it('is not taken from another host, where the token would go along', async () => {
    send('text/html', '', { location: 'http://example.invalid/janji' }, 302)
    expect(await fetchOne()).toEqual({ status: 'failed', reason: REASONS.sourceRedirect })
    expect(asked).toHaveLength(1)
  })

  it('is followed to another address of the same host, and not for ever', async () => {
    send('text/html', '', { location: '/lagi' }, 302)
    expect(await fetchOne()).toEqual({ status: 'failed', reason: REASONS.sourceStatus(302) })
    expect(asked.map(({ url }) => url)).toEqual(['/janji', '/lagi', '/lagi', '/lagi'])
  })

  it.each([
    ['refuses the token', () => send('text/plain', 'no', {}, 403), REASONS.sourceStatus(403)],
    ['is broken', () => send('text/plain', 'no', {}, 500), REASONS.sourceStatus(500)],
    [
      'sends more than a file may weigh',
      () => send('text/csv', Buffer.alloc(8 * 1024 * 1024 + 1, 'a')),
      REASONS.tooLarge(8),
    ],
  ])('says in words that the source %s', async (_what, prepare, reason) => {
    prepare()
    expect(await fetchOne()).toEqual({ status: 'failed', reason })
  })

  it('says in words that it is no list, or that nobody answers', async () => {
    send('application/json', '"halo"')
    expect(await fetchOne()).toMatchObject({ status: 'fetched', sheet: { reason: REASONS.notJson } })
    answer = (request) => request.socket.destroy()
    expect(await fetchOne()).toEqual({ status: 'failed', reason: REASONS.sourceUnreachable })
  })
})

describe('the source of an office', () => {
  const ENTERED: AgendaReport = { status: 'entered', good: 1, bad: [], added: 1, changed: 0, unchanged: 0 }
  const open = (path: string, report = ENTERED) => {
    const time = { now: 0, readAs: 'an office' }
    const entered: (string | null)[] = []
    const source = openAgendaSource({
      settings: () => ({
        ...{ source: { url: `${origin}${path}`, everyMin: 15 }, columns: undefined, token: null },
        readAs: time.readAs,
      }),
      days: () => ['2026-11-24', '2026-11-25'],
      enter: async (_sheet, day) => {
        entered.push(day)
        return report
      },
      now: () => time.now,
      onFault: (fault) => {
        throw fault
      },
    })
    return { source, time, entered }
  }

  it('is asked for today and tomorrow where the day is in its address, and for one list otherwise', async () => {
    const byDay = open('/janji?hari={day}')
    await byDay.source.pull()
    expect(asked.map(({ url }) => url)).toEqual(['/janji?hari=2026-11-24', '/janji?hari=2026-11-25'])
    expect(byDay.entered).toEqual(['2026-11-24', '2026-11-25'])
    const all = open('/semua')
    await all.source.pull()
    expect(all.entered).toEqual([null])
    await Promise.all([byDay.source.stop(), all.source.stop()])
  })

  it('is asked when it is time, and does not send again what did not change', async () => {
    answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"satu"'
      response.writeHead(isKnown ? 304 : 200, { etag: '"satu"', 'content-type': 'text/csv' }).end(isKnown ? '' : CSV)
    }
    const { source, time, entered } = open('/janji')
    await source.look()
    await source.look()
    expect(asked).toHaveLength(1)
    expect(source.pulls()).toMatchObject([{ status: 'entered', added: 1 }])
    time.now += 15 * MINUTE
    await source.look()
    expect(source.pulls()).toMatchObject([{ status: 'unchanged', at: 15 * MINUTE }])
    expect(entered).toHaveLength(1)
    // An office that was set up meanwhile has let go of its bookings.
    time.readAs = 'another office'
    await source.pull()
    expect(entered).toHaveLength(2)
    await source.stop()
  })

  it('is asked again for a list that did not enter whole, though it did not change', async () => {
    answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"satu"'
      response.writeHead(isKnown ? 304 : 200, { etag: '"satu"', 'content-type': 'text/csv' }).end(isKnown ? '' : CSV)
    }
    const { source, entered } = open('/janji', { ...ENTERED, bad: [{ line: 2, column: 'layanan', reason: 'x' }] })
    await source.pull()
    await source.pull()
    expect(entered).toHaveLength(2)
    await source.stop()
  })

  it('that names each of its rows otherwise, or sends too many, is refused before anything is made of it', async () => {
    send('application/json', JSON.stringify(Array.from({ length: 200 }, (_, i) => ({ [`kode ${i}`]: 1 }))))
    expect(await fetchOne()).toMatchObject({ sheet: { reason: REASONS.tooManyHeadings(100) } })
    send('application/json', JSON.stringify(Array.from({ length: 20_001 }, () => ({}))))
    expect(await fetchOne()).toMatchObject({ sheet: { reason: REASONS.tooManyRows(20_000) } })
  })

  it('that fails is asked again soon, and what was set aside is read again', async () => {
    send('text/plain', '', {}, 503)
    const { source, time, entered } = open('/janji', { ...ENTERED, status: 'set-aside', bad: [] })
    await source.look()
    expect(source.pulls()).toMatchObject([{ status: 'failed', reason: REASONS.sourceStatus(503) }])
    expect(source.nextAt()).toBe(2 * MINUTE)
    time.now = 2 * MINUTE
    send('text/csv', CSV, { etag: '"satu"' })
    await source.look()
    expect(source.pulls()).toMatchObject([{ status: 'set-aside' }])
    await source.pull()
    expect(entered).toHaveLength(2)
    await source.stop()
  })
})
