import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Wish } from '../../protocol/commands.ts'
import { SurveySettings } from '../../protocol/survey.ts'
import { ConsoleFile, consoleFile } from '../../server/console-file.ts'
import { newCommandId } from '../../ui/connection.ts'
import { ask, type OfficeAtWork, openOfficeAtWork, picture, SIZES } from './support.ts'

const Pairing = z.object({ token: z.string() })
const Path = z.object({ path: z.string() })
const Made = z.object({ pin: z.string() })
const Called = z.object({ result: z.object({ ticketId: z.string() }) })

let work: OfficeAtWork
const tokens = { console: '', kiosk: '', counter: '' }
beforeAll(async () => {
  work = await openOfficeAtWork({ change: { survey: SurveySettings.parse({ everyKth: 1 }) } })
})
afterAll(() => work.close())

const post = async (path: string, token: string, body: object): Promise<unknown> => {
  const response = await work.house.request.post(`${work.office.address}${path}`, {
    headers: { authorization: `Bearer ${token}`, origin: work.office.address },
    data: body,
  })
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true)
  return response.json()
}
const say = (who: keyof typeof tokens, wish: Wish): Promise<unknown> =>
  post('/api/v1/commands', tokens[who], { ...wish, commandId: newCommandId() })

/** A visit from the kiosk to its end at counter 1; answers the ticket's id. */
const visit = async (): Promise<string> => {
  await say('kiosk', { type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' })
  const { result } = Called.parse(await say('counter', { type: 'CallNext' }))
  const { ticketId } = result
  await say('counter', { type: 'Start', ticketId })
  await say('counter', { type: 'Finish', ticketId, outcome: 'rejected' })
  return ticketId
}

/** Answers every question with the third answer, by key: a touch waits until a question has stood a moment. */
const answerAll = async (page: Page): Promise<void> => {
  for (let no = 1; no <= 9; no += 1) {
    await page.getByText(`${no} dari 9`).waitFor()
    // The question takes the focus once it stands; a key before that would meet the question and not its answer.
    await page.locator('.tanya h1:focus').waitFor()
    await page.locator('.pilihan').nth(2).press('Enter')
  }
  await page.getByRole('heading', { name: 'Terima kasih' }).waitFor()
}

test('from the end of a visit to the result: the exit, the counter, the phone, and the desk', async () => {
  const { office, context } = work
  tokens.console = ConsoleFile.parse(JSON.parse(await readFile(consoleFile(office.dataDir), 'utf8'))).token
  for (const role of ['kiosk', 'counter'] as const) {
    const place = '1'
    tokens[role] = Pairing.parse(await post('/api/v1/pairings', tokens.console, { role, place })).token
  }
  const { pin } = Made.parse(await ask(work, '/api/console/pin', { staff: '07' }))
  await post('/api/v1/commands', tokens.counter, { type: 'SignIn', staff: '07', pin })
  await say('counter', { type: 'OpenCounter', stages: ['documents'], helps: [] })
  const ids: string[] = []
  for (let no = 0; no < 6; no += 1) ids.push(await visit())
  const numbers = ids.map((ticketId) => ticketId.slice(11))

  // The exit: the six that are asked, newest first; one declines, three answer.
  const open = async (place: string) => {
    const page = await context.newPage()
    await page.setViewportSize(place === '1' ? SIZES.kiosk : SIZES.counter)
    const { path } = Path.parse(await ask(work, '/api/console/open', { role: 'survey', place }))
    await page.goto(`${office.address}${path}`)
    return page
  }
  const exit = await open('1')
  const button = (number = '') => exit.getByRole('button', { name: `Nomor ${number}` })
  await button(numbers[5]).waitFor()
  expect(await exit.locator('.nomor-nomor .nomor').allInnerTexts()).toEqual(numbers.toReversed())
  await picture(exit, 'survey-exit')
  for (const number of numbers.slice(0, 3)) {
    await button(number).press('Enter')
    await answerAll(exit)
    await exit.getByRole('button', { name: 'Kembali' }).press('Enter')
    await button(number).waitFor({ state: 'detached' })
  }
  await button(numbers[3]).press('Enter')
  await exit.getByRole('button', { name: 'Tidak bersedia' }).press('Enter')
  await exit.getByText('Tidak apa-apa').waitFor()

  // The counter's second screen: the visit that ended there just now, and no other.
  const beside = await open('counter-1')
  await beside.getByRole('button', { name: `Nomor ${numbers[5]}` }).press('Enter')
  await answerAll(beside)
  await picture(beside, 'survey-counter')

  // The phone of whoever has their ticket's page open.
  const phone = await (await work.newBrowser()).newPage()
  await phone.setViewportSize(SIZES.phone)
  await phone.goto(await office.statusAddress(ids[4] ?? ''))
  await phone.getByRole('button', { name: 'Isi survei' }).click()
  await answerAll(phone)
  await picture(phone, 'survey-phone')
  await phone.getByRole('button', { name: 'Kembali' }).click()
  await phone.getByText('Jawaban Anda sudah diterima').waitFor()

  // The desk: nothing of today until the day is over, then five answers without a trace of whose they are.
  const made = Made.parse(JSON.parse(await office.runCli('pin', '90', '--supervisor', '--json')))
  const desk = await (await work.newBrowser()).newPage()
  await desk.setViewportSize({ width: 1440, height: 900 })
  const signedIn = await desk.request.post(`${office.address}/api/desk/session`, {
    headers: { origin: office.address },
    data: { staff: '90', pin: made.pin },
  })
  expect(signedIn.ok()).toBe(true)
  await desk.goto(`${office.address}/supervisor/survey`)
  await desk.getByText('Belum ada jawaban dalam rentang ini').first().waitFor()
  await say('console', { type: 'CloseDay', day: ids[0]?.slice(0, 10) ?? '' })
  await desk.reload()
  await desk.getByText('75,00').first().waitFor()
  await desk.getByText('C, kurang baik').first().waitFor()
  await desk.getByText('5 menjawab, 1 tidak bersedia, 0 diam').waitFor()
  await desk.getByText('Tidak ditampilkan').waitFor()
  await picture(desk, 'survey-desk')
  const sheet = await desk.getByRole('link', { name: 'CSV, Lembar responden' }).getAttribute('href')
  const csv = await (await desk.request.get(`${office.address}${sheet}`)).text()
  expect(csv.split('\r\n')[1]).toBe('1;3;3;3;3;3;3;3;3;3')
  for (const number of numbers) expect(csv).not.toContain(number)
  expect(work.mistakes).toEqual([])
})
