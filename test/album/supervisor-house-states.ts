import type { AuditPage, ChainReport } from '../../protocol/desk/audit.ts'
import type { RetentionPage } from '../../protocol/desk/retention.ts'
import type { HookFace, Try, WebhooksPage } from '../../protocol/desk/webhooks.ts'
import { Retention } from '../../protocol/office-retention.ts'
import { auditLineOf } from '../../server/audit/audit-line.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { at, SHIPPED, TODAY } from '../support/denpasar.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'
import { DESK_OVERVIEW, DESK_SIZE } from './supervisor-desk.ts'

const done = (body: unknown): DeskAnswer => ({ status: 200, body })
const DESK: Recorded['by'] = { role: 'supervisor', place: 'desk', staff: '90' }
const CLOCK: Recorded['by'] = { role: 'clock', place: 'office', staff: null }
const counter = (place: string, staff: string): Recorded['by'] => ({ role: 'counter', place, staff })

const EVENTS: [clock: string, by: Recorded['by'], event: OfficeEvent][] = [
  ['07.30', CLOCK, { type: 'DayOpened', day: TODAY }],
  [
    '07.30',
    CLOCK,
    {
      type: 'RetentionRun',
      by: { role: 'clock', staff: null },
      parts: [
        { part: 'booking-codes', deleted: 147 },
        { part: 'agenda-files', deleted: 2 },
      ],
    },
  ],
  [
    '07.52',
    CLOCK,
    {
      ...{ type: 'AccessChanged', act: 'desk-signed-in', by: { role: 'supervisor', staff: '90' } },
      ...{ role: null, place: null, staff: '90', rank: null, failed: 2 },
    },
  ],
  [
    '07.55',
    DESK,
    { type: 'OfficeConfigured', office: { ...SHIPPED, windows: { ...SHIPPED.windows, graceMin: 20 }, reprints: 3 } },
  ],
  ['08.00', counter('3', '07'), { type: 'CounterOpened', counter: 3, staff: '07', stages: ['interview'], helps: [] }],
  [
    '09.12',
    counter('1', '12'),
    { type: 'Overridden', act: 'late-accepted', ticketId: `${TODAY}/A021`, staff: '12', reason: 'system-trouble' },
  ],
  ['09.40', DESK, { type: 'OutageStarted', scope: 'national' }],
  [
    '10.02',
    counter('3', '07'),
    { type: 'Transferred', ticketId: `${TODAY}/A031`, counter: 3, stage: 'documents', turnAt: 0, reserved: null },
  ],
  ['10.05', counter('3', '07'), { type: 'Undone', counter: 3, act: 'call', ticketId: `${TODAY}/A035` }],
  ['10.20', DESK, { type: 'OutageEnded' }],
]
const PAGE: AuditPage = {
  lines: EVENTS.flatMap(([clock, by, event], i) => {
    const line = auditLineOf({ seq: 9_100 + i, at: at(clock), by, event }, { office: SHIPPED, version: 11 })
    return line === null ? [] : [line]
  }).reverse(),
  ...{ total: 1_284, more: 9_100, complete: true },
}
const SOUND: ChainReport = { status: 'sound', events: 748_213, lastLink: '9f3c6a1be07d42c5'.repeat(4), tookMs: 6_412 }
const BROKEN: ChainReport = { status: 'damaged', seq: 51_337, reason: 'does not fit the chain', tookMs: 412 }

const RETENTION: RetentionPage = {
  settings: Retention.parse({}),
  last: {
    at: at('07.30'),
    by: { role: 'clock', staff: null },
    parts: [
      { part: 'booking-codes', deleted: 147 },
      { part: 'command-answers', deleted: 1_902 },
      { part: 'agenda-files', deleted: 2 },
      { part: 'revoked-pairings', deleted: 0 },
      { part: 'strange-numbers', deleted: 1 },
      { part: 'ended-sessions', deleted: 11 },
      { part: 'webhook-tries', deleted: 388 },
    ],
  },
  nextAt: at('00.00', '2026-11-25'),
}

const tried = (hook: string, clock: string, type: string, change: Partial<Try> = {}): Try => ({
  ...{ hook, seq: 9_000, type, at: at(clock), attempt: 1, tookMs: 38 },
  result: { kind: 'delivered', status: 204 },
  ...change,
})
const BOARD = 'https://papan.kemenimipas.example/antrean'
const LATE = tried('hookBBBB', '10.18', 'ticket.called', { attempt: 4, result: { kind: 'timed-out' } })
const hook = (id: string, url: string, change: Partial<HookFace> = {}): HookFace => ({
  ...{ id, url, events: ['ticket.called'], state: 'on', backlog: 0, failingSinceAt: null, nextTryAt: null },
  last: tried(id, '10.21', 'ticket.called'),
  ...change,
})
const HOOKS: WebhooksPage = {
  hooks: [
    hook('hookAAAA', BOARD),
    hook('hookBBBB', 'http://192.168.10.4:8080/hook', {
      ...{ backlog: 42, failingSinceAt: at('10.16'), nextTryAt: at('10.22'), last: LATE },
    }),
    hook('hookCCCC', 'https://lama.example/hook', { state: 'stopped', backlog: 3_120 }),
  ],
  tries: [
    tried('hookAAAA', '10.21', 'ticket.called'),
    LATE,
    tried('hookAAAA', '10.20', 'outage.ended'),
    tried('hookBBBB', '10.17', 'ticket.called', { attempt: 3, result: { kind: 'answered', status: 502 } }),
  ],
  example: false,
}

const ANSWERS: Record<string, DeskAnswer> = {
  '': DESK_OVERVIEW,
  '/audit': done(PAGE),
  '/audit/verify': done(SOUND),
  '/retention': done(RETENTION),
  '/webhooks': done(HOOKS),
}
const state = (name: string, path: string, change: Partial<AlbumState> = {}): AlbumState => ({
  ...{ name, path: `/supervisor/${path}`, size: DESK_SIZE, view: null, desk: ANSWERS },
  ...change,
})

/** The audit, the retention and the webhooks, as a supervisor meets them. */
export const SUPERVISOR_HOUSE_STATES: readonly AlbumState[] = [
  state('audit', 'audit', {
    async act({ page }) {
      await page.getByRole('button', { name: 'Periksa rantai' }).click()
      await page.getByText('Rantai utuh').waitFor()
      await page.getByText('2 pengaturan berubah').click()
    },
  }),
  state('audit-broken', 'audit', {
    desk: {
      ...ANSWERS,
      '/audit': done({ lines: [], total: 0, more: null, complete: true }),
      '/audit/verify': done(BROKEN),
    },
    async act({ page }) {
      await page.getByRole('button', { name: 'Periksa rantai' }).click()
      await page.getByText('Rantai putus').waitFor()
    },
  }),
  state('retention', 'retention', { act: async ({ page }) => page.getByText('147').waitFor() }),
  state('webhooks', 'webhooks', { act: async ({ page }) => page.getByText('Belum sampai').waitFor() }),
  state('webhooks-new', 'webhooks', {
    desk: { ...ANSWERS, '/webhooks': done({ hooks: [], tries: [], example: false }) },
    act: async ({ page }) => page.getByRole('button', { name: 'Tambah penerima' }).click(),
  }),
]
