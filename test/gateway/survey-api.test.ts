import { expect, test } from 'vitest'
import { SurveyResults } from '../../protocol/survey-results.ts'
import { openTestGateway } from './open-test-gateway.ts'

const SPAN = 'from=2026-07&until=2026-11'

const openDesk = async () => {
  const gateway = await openTestGateway()
  const pin = await gateway.access.setPin('90', 'supervisor')
  const response = await gateway.ask('/api/desk/session', { json: { staff: '90', pin } })
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { ...gateway, atDesk: (path: string) => gateway.ask(path, { headers: { cookie } }) }
}

test('a supervisor reads the results of whole months', async () => {
  const { atDesk } = await openDesk()
  const results = SurveyResults.parse(await (await atDesk(`/api/desk/survey?${SPAN}`)).json())
  expect(results).toMatchObject({ from: '2026-07', until: '2026-11' })
  expect(results.months).toHaveLength(5)
})

test.each(['', 'from=2026-07', 'from=2026-07&until=2026-13', 'from=2026-11&until=2026-07', `${SPAN}&who=A037`])(
  'the span "%s" is refused',
  async (span) => {
    const { atDesk } = await openDesk()
    expect((await atDesk(`/api/desk/survey?${span}`)).status).toBe(400)
  },
)

test.each([
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('its tables come as %s, to be kept and not shown', async (format, type) => {
  const { atDesk } = await openDesk()
  const response = await atDesk(`/api/desk/survey/export?${SPAN}&format=${format}&lang=id&sheet=respondents`)
  expect(response.headers.get('content-type')).toContain(type)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="skm.${format}"`)
  expect(await response.text()).toBe('respondents')
})

test('an integration reads the same, and no screen does', async () => {
  const { ask, access } = await openTestGateway()
  const read = async (role: 'integration' | 'survey' | 'counter') => {
    const { token } = await access.pair(role, '3')
    return ask(`/api/v1/survey?${SPAN}`, { headers: { authorization: `Bearer ${token}` } })
  }
  expect(SurveyResults.parse(await (await read('integration')).json())).toMatchObject({ n: 0, ikm: null })
  expect((await read('survey')).status).toBe(403)
  expect((await read('counter')).status).toBe(403)
})
