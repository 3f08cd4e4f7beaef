import { expect, test } from 'vitest'
import { consoleApi, type Send } from '../../welcome/console-api.ts'
import { openTestGateway } from '../gateway/open-test-gateway.ts'

/** The page's requests to the real gateway, with what a browser adds to them: its origin and its cookies. */
const openPage = async (changed: Parameters<typeof openTestGateway>[0] = {}) => {
  const gateway = await openTestGateway(changed)
  const cookies = new Map<string, string>()
  const send: Send = async (url, request) => {
    const headers = new Headers(request.headers)
    if (request.method === 'POST') headers.set('origin', gateway.address)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...request, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return response
  }
  return { gateway, cookies, api: consoleApi(gateway.address, send) }
}
const openedPage = async (changed: Parameters<typeof openTestGateway>[0] = {}) => {
  const page = await openPage(changed)
  await page.api.unlock(page.gateway.access.issueSetupCode().replace('-', ''))
  return page
}

test('the house is closed without the code, and to a wrong one', async () => {
  const { api } = await openPage()
  expect(await api.readHouse()).toEqual({ status: 'locked' })
  expect(await api.unlock('00000000')).toEqual({ status: 'locked' })
  expect(await api.readHouse()).toEqual({ status: 'locked' })
})

test('the code of the server window opens the house', async () => {
  const { api } = await openedPage()
  expect(await api.readHouse()).toMatchObject({
    status: 'done',
    value: {
      office: 'Kantor Imigrasi Contoh',
      zone: 'Asia/Makassar',
      screens: [{ role: 'kiosk', place: '1' }],
      loadAlerts: [{ load: 1.2 }],
      scanners: [{ kiosk: '1', status: 'offline' }],
    },
  })
})

test('the devices of the house are read as the page knows them', async () => {
  const { api } = await openPage()
  expect(await api.readDevices()).toEqual({ status: 'locked' })
  await api.unlock('00000000')
  const opened = await openedPage()
  expect(await opened.api.readDevices()).toMatchObject({
    status: 'done',
    value: { scanners: [{ kiosk: '1', read: 4 }] },
  })
})

test('a screen is opened already paired', async () => {
  const { api, cookies } = await openedPage()
  const before = cookies.size
  expect(await api.open({ role: 'kiosk', place: '1' })).toEqual({ status: 'done', value: '/kiosk/1' })
  expect(cookies.size).toBe(before + 1)
})

test('a token from the command line makes a browser a screen, a wrong one does not', async () => {
  const { api, gateway } = await openPage()
  const { token } = await gateway.access.pair('counter', '3')
  expect(await api.pair(token)).toEqual({ status: 'done', value: '/counter/3' })
  expect(await api.pair('A'.repeat(43))).toEqual({ status: 'locked' })
  expect(await api.pair('short')).toEqual({ status: 'refused', refusal: null })
})

test('a PIN comes back, six digits', async () => {
  const { api } = await openedPage()
  expect(await api.makePin('07')).toEqual({ status: 'done', value: expect.stringMatching(/^\d{6}$/) })
})

test('samples, scans, papers and printers speak as the page does', async () => {
  const { api, gateway } = await openedPage()
  expect(await api.readSamples()).toEqual({ status: 'done', value: [] })
  expect(await api.makeSamples()).toEqual({ status: 'done', value: [] })
  expect(await api.scan('1', '7HQ29KXM')).toEqual({ status: 'done', value: null })
  expect(gateway.scans).toEqual([{ kiosk: '1', code: '7HQ29KXM' }])
  expect(await api.readPapers()).toMatchObject({ status: 'done', value: [{ printer: '1', lines: ['A001'] }] })
  expect(await api.setPrinter('1', { paper: 'out', power: true })).toEqual({ status: 'done', value: null })
  expect(await api.setPrinter('9', { paper: 'out', power: true })).toEqual({ status: 'refused', refusal: null })
})
