import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { io, type Socket } from 'socket.io-client'
import { afterEach } from 'vitest'
import type { DeviceRole, Hello } from '../../protocol/roles.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { openGateway } from '../../server/gateway/gateway.ts'
import type { GatewayOptions } from '../../server/gateway/options.ts'
import { makePresence, type Presence } from '../../server/presence.ts'
import { NOTHING_YET } from '../../server/rules/state.ts'
import { surveyResults } from '../../server/survey/results.ts'
import { devicesView } from '../../server/views/devices-view.ts'
import { openTestAccess } from '../access/open-test-access.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { NO_DESK } from '../support/no-desk.ts'
import { memoryDoor } from './memory-door.ts'

const NO_SURVEY = { office: 'Kantor Imigrasi Contoh', weight: '1/9', responses: [], counts: {}, open: 0 } as const

export const BUILD = 'build-7'
/** What a device of this role says first. */
export const helloOf = (role: DeviceRole, place: string, run = 'a-run-of-an-agent'): Hello =>
  role === 'agent' ? { role, run } : { role, place }

export const TRACKER_TOKEN = 'T'.repeat(22)

/** When everybody comes and goes before this gateway. */
export const SINCE = 1_795_568_400_000

/** The devices of the example office, with a scanner at kiosk 1. */
const devicesOf = (presence: Presence) =>
  devicesView(NOTHING_YET, DENPASAR, SINCE, {
    pairings: [],
    presences: presence.read(),
    scanners: [{ kiosk: '1', status: 'offline', read: 4, spoiled: 1, lastReadAt: SINCE }],
  })

const closers: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const PAGES = ['welcome', 'kiosk', 'display', 'counter', 'tracker', 'supervisor', 'survey']

const makeScreens = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'antrean-screens-'))
  closers.push(() => rm(dir, { recursive: true }))
  for (const page of PAGES) {
    await mkdir(join(dir, page))
    await writeFile(join(dir, page, 'index.html'), `<!doctype html><title>${page}</title>`)
  }
  await mkdir(join(dir, 't'))
  await writeFile(join(dir, 't', 'sw.js'), 'self')
  await mkdir(join(dir, 'assets'))
  await writeFile(join(dir, 'assets', 'kiosk-4f2a.js'), 'export {}')
  await writeFile(join(dir, 'assets', 'kiosk-4f2a.js.map'), '{}')
  await writeFile(join(dir, 'assets', 'kiosk-4f2a.js.gz'), gzipSync('export {}'))
  await writeFile(join(dir, 'assets', '.secret'), 'hidden')
  await writeFile(join(dir, '.env'), 'hidden')
  return dir
}

/** A gateway on a free loopback port before a small Door, with real access over documents in memory. */
export const openTestGateway = async (changed: Partial<GatewayOptions> = {}, faultsEndProcess = false) => {
  const office = openTestAccess()
  const memory = memoryDoor()
  const logged: string[] = []
  const faults: unknown[] = []
  const scans: unknown[] = []
  const surveyed: unknown[] = []
  const metrics = new Registry()
  const presence = makePresence(() => SINCE)
  const agendas: { csv: string; day: string | null; acceptGoodRows: boolean; role: string }[] = []
  const desk = { example: true, printers: ['1'] }
  const gateway = await openGateway({
    door: memory.door,
    access: office.access,
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    screensDir: await makeScreens(),
    voiceDirs: { shipped: '/nowhere', own: '/nowhere' },
    slidesDir: '/nowhere',
    build: BUILD,
    placeTrouble: (_role, place) => (place === 'nowhere' ? 'there is no such place' : null),
    trackerSenderOf: (token) =>
      token === TRACKER_TOKEN ? { role: 'tracker', device: 'phone', place: '2026-11-24/A001', staff: null } : null,
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    metrics,
    arrive: presence.arrive,
    devices: () => devicesOf(presence),
    console: {
      overview: async () => ({
        office: 'Kantor Imigrasi Contoh',
        zone: 'Asia/Makassar',
        example: desk.example,
        day: '2026-11-24',
        addresses: [],
        screens: [{ role: 'kiosk', place: '1' }],
        loadAlerts: [{ window: { startAt: 0, endAt: 3_600_000 }, booked: 24, load: 1.2 }],
        staff: office.access.staffEntries().map(({ number, rank }) => ({ number, rank })),
        mute: [],
        printers: [{ place: '1', simulated: true, status: 'ready' }],
        scanners: [{ kiosk: '1', status: 'offline' }],
        toSee: 1,
        clock: null,
        disk: null,
      }),
      samples: async () => (desk.example ? [] : null),
      newSamples: async () => (desk.example ? [] : null),
      async scan(kiosk, code) {
        scans.push({ kiosk, code })
        return memory.desk.answer()
      },
      papers: async () => [
        { printer: '1', paperNo: 1, printedAt: 0, lines: ['A001'], picture: 'data:image/png;base64,' },
      ],
      setPrinter: async (place) => desk.printers.includes(place),
    },
    survey: {
      async take(sender, command) {
        surveyed.push({ sender, command })
        return { status: 'taken', result: { kind: 'done' } }
      },
    },
    desk: {
      ...NO_DESK,
      survey: {
        results: async ({ from, until }) => surveyResults({ ...NO_SURVEY, from, until }),
        export: async ({ format, sheet }) => ({ name: 'skm', format, body: sheet }),
      },
      overview: ({ staff }) => ({
        ...{ staff: staff ?? '', office: 'Kantor Imigrasi Contoh', zone: 'Asia/Makassar' },
        ...{ day: '2026-11-24', example: desk.example },
      }),
    },
    async agenda(file, day, acceptGoodRows, sender) {
      const csv = Buffer.from(file).toString()
      agendas.push({ csv, day, acceptGoodRows, role: sender.role })
      if (csv === '') return { problem: { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'empty' } }
      const isBad = csv.includes('bad') && !acceptGoodRows
      const bad = csv.includes('bad') ? [{ line: 2, column: 'jam', reason: 'no window' }] : []
      return { status: isBad ? 'set-aside' : 'entered', good: 1, bad, added: isBad ? 0 : 1, changed: 0, unchanged: 0 }
    },
    ...(faultsEndProcess ? {} : { onFault: (fault: unknown) => void faults.push(fault) }),
    ...changed,
  })
  closers.push(() => gateway.close())
  const { address } = gateway

  /** A request as a page of this office would make it; `init` adds or replaces. */
  const ask = (path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, headers, ...rest } = init
    const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }
    const type: Record<string, string> =
      json === undefined ? {} : { 'content-type': 'application/json', origin: address }
    return fetch(`${address}${path}`, {
      ...body,
      ...rest,
      headers: { ...type, ...Object.fromEntries(new Headers(headers)) },
    })
  }
  const openConsole = async () => {
    const response = await ask('/api/console', { json: { code: office.access.issueSetupCode() } })
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  /** A supervisor at the desk: the cookie of their session. */
  const openDesk = async () => {
    const pin = await office.access.setPin('90', 'supervisor')
    const response = await ask('/api/desk/session', { json: { staff: '90', pin } })
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  /**
   * A socket as a page would open it (`cookie`) or a program (`token`), from the loopback address `from`. Connected when
   * this resolves.
   */
  const connect = async (
    secret: { cookie?: string; token?: string; origin?: string; at?: string; from?: string } = {},
  ) => {
    const { cookie, token, from, at = address, origin = token === undefined ? at : undefined } = secret
    const extraHeaders = { ...(origin && { origin }), ...(cookie && { cookie }) }
    const socket = io(at, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders,
      auth: token === undefined ? {} : { token },
      ...(from && { localAddress: from }),
    })
    closers.push(() => socket.disconnect())
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return socket
  }
  /** A paired device's socket that said hello, and the views it was shown. */
  const openDevice = async (role: DeviceRole, place: string) => {
    const { deviceId, token } = await office.access.pair(role, place)
    const socket = await connect({ token })
    const views: { seq: number; staff?: string | null }[] = []
    socket.on(SOCKET.view, (view) => views.push(view))
    const welcome: unknown = await say(socket, SOCKET.hello, helloOf(role, place))
    return { deviceId, token, socket, views, welcome }
  }
  return {
    ...office,
    ...memory,
    ...gateway,
    logged,
    faults,
    scans,
    surveyed,
    agendas,
    metrics,
    presence,
    officeDesk: desk,
    ask,
    openConsole,
    openDesk,
    connect,
    openDevice,
  }
}

/** Says something on a socket and waits for its acknowledgement. */
export const say = (socket: Socket, name: string, message: unknown): Promise<unknown> =>
  socket.timeout(5_000).emitWithAck(name, message)

/** Resolves when a socket is closed, with the reason. */
export const closed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => (socket.connected ? socket.once('disconnect', resolve) : resolve('closed before')))
