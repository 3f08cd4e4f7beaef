import { describe, expect, test } from 'vitest'
import type { Span } from '../../protocol/desk/figures.ts'
import { openTestGateway } from '../gateway/open-test-gateway.ts'
import { NO_DESK } from '../support/no-desk.ts'

const BAD: [query: string, path: string][] = [
  ['', 'from'],
  ['from=2026-11-02', 'until'],
  ['from=2026-11-31&until=2026-12-01', 'from'],
  ['from=yesterday&until=2026-12-01', 'from'],
  ['from=2026-11-02&until=2026-11-01', 'until'],
  ['from=2025-01-01&until=2026-02-05', 'until'],
]

const GOOD = 'from=2026-11-02&until=2026-11-20'

const openDeskOf = async () => {
  const asked: Span[] = []
  const gateway = await openTestGateway({
    desk: {
      ...NO_DESK,
      overview: () => ({ staff: '90', office: 'x', zone: 'Asia/Makassar', day: '2026-11-24', example: false }),
      figures: {
        ...NO_DESK.figures,
        file: async (span, table, { format }) => {
          asked.push(span)
          return table === 'lanes' ? { name: 'angka', format, body: 'Jalur;Pemohon\r\n' } : null
        },
      },
    },
  })
  const cookie = await gateway.openDesk()
  return { ...gateway, asked, headers: { cookie } }
}

describe('the figures over HTTP', () => {
  test.each(BAD)(
    'a span such as "%s" is refused with where it is wrong, and nothing is reckoned',
    async (query, path) => {
      const { ask, headers, asked, access } = await openDeskOf()
      const { token } = await access.pair('integration', 'app')
      const bearer = { authorization: `Bearer ${token}` }
      for (const [address, more] of [
        ['/api/desk/figures', headers],
        ['/api/desk/figures/export', headers],
        ['/api/v1/figures', bearer],
      ] as const) {
        const response = await ask(`${address}?${query}`, { headers: more })
        expect({ status: response.status, body: await response.json() }).toMatchObject({
          status: 400,
          body: { issues: expect.arrayContaining([expect.objectContaining({ path })]) },
        })
      }
      expect(asked).toEqual([])
    },
  )

  test('are read by an integration and by no other device', async () => {
    const { ask, access, asked } = await openDeskOf()
    for (const role of ['kiosk', 'display', 'counter', 'printer', 'agent'] as const) {
      const { token } = await access.pair(role, '1')
      const response = await ask(`/api/v1/figures?${GOOD}`, { headers: { authorization: `Bearer ${token}` } })
      expect(response.status).toBe(403)
    }
    expect(asked).toEqual([])
  })

  test('leave as a file with a name, one table at a time', async () => {
    const { ask, headers, asked } = await openDeskOf()
    const response = await ask(`/api/desk/figures/export?${GOOD}&format=csv&table=lanes`, { headers })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="angka.csv"')
    expect(await response.text()).toContain('Jalur')
    expect(asked).toEqual([{ from: '2026-11-02', until: '2026-11-20' }])
    for (const wrong of ['format=pdf', 'format=csv&table=nothing'])
      expect((await ask(`/api/desk/figures/export?${GOOD}&${wrong}`, { headers })).status).toBe(400)
  })
})
