import type { AuditLine, AuditPage } from '../../protocol/desk/audit.ts'
import type { WebhooksPage } from '../../protocol/desk/webhooks.ts'
import { at } from '../support/denpasar.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'
import { DESK_OVERVIEW, DESK_SIZE } from './supervisor-desk.ts'

const line = (seq: number, kind: AuditLine['kind'], id: string, more: Partial<AuditLine> = {}): AuditLine => ({
  ...{ seq, at: at('10.30') + seq * 60_000, day: '2026-11-24', kind, role: 'supervisor', staff: '90', counter: null },
  ...{ number: null, words: { id, en: id }, changes: [] },
  ...more,
})
const AUDIT: AuditPage = {
  lines: [
    line(9, 'override', 'Nomor dipindahkan pengawas: Gangguan sistem', { number: 'A037' }),
    line(8, 'office', 'Pengaturan kantor, versi 12', { changes: ['windows.graceMin: 15 → 20'] }),
    line(7, 'counter', 'Loket 3 jeda: Salat', { role: 'counter', staff: '07', counter: 3 }),
    line(6, 'access', 'Pengawas 90 masuk'),
    line(5, 'day', 'Hari kerja 2026-11-24 dibuka', { role: 'clock', staff: null }),
  ],
  ...{ total: 412, more: 5, complete: true },
}
const HOOK = 'hook1234'
const WEBHOOKS: WebhooksPage = {
  example: false,
  hooks: [
    {
      ...{ id: HOOK, url: 'https://data.example.go.id/antrean', events: ['ticket.called'], state: 'on', backlog: 3 },
      ...{ failingSinceAt: at('10.20'), nextTryAt: at('10.40'), last: null },
    },
  ],
  tries: [
    {
      ...{ hook: HOOK, seq: 120, type: 'ticket.called', at: at('10.20'), attempt: 2, tookMs: 10_000 },
      result: { kind: 'timed-out' },
    },
  ],
}

const state = (name: string, answers: Record<string, unknown>, act?: AlbumState['act']): AlbumState => ({
  ...{ name, path: `/supervisor/${name.split('-')[0]}`, size: DESK_SIZE, view: null },
  desk: {
    '': DESK_OVERVIEW,
    ...Object.fromEntries(
      Object.entries(answers).map(([path, body]): [string, DeskAnswer] => [path, { status: 200, body }]),
    ),
  },
  ...(act === undefined ? {} : { act }),
})

/** The pages of the house: its audit, and whom it tells. */
export const SUPERVISOR_HOUSE_STATES: readonly AlbumState[] = [
  state('audit', { '/audit': AUDIT }),
  state('audit-empty', { '/audit': { lines: [], total: 0, more: null, complete: true } satisfies AuditPage }),
  state('webhooks', { '/webhooks': WEBHOOKS }),
  state('webhooks-new', { '/webhooks': { ...WEBHOOKS, hooks: [], tries: [] } }, async ({ page }) => {
    await page.getByRole('button', { name: 'Tambah penerima' }).click()
    await page.getByLabel('Alamat', { exact: true }).waitFor()
  }),
]
