import { afterEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import { exampleAgenda } from '../../server/agenda/example-agenda.ts'
import { CLOCK, keepDays } from '../../server/days.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { everyTicket, ticketBy } from '../../server/rules/tickets.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { agendaRow, openHouse, viewThat } from '../support/house.ts'
import { nextId, watching } from '../support/office.ts'
import { counter, KIOSK } from '../support/rules.ts'

type House = Awaited<ReturnType<typeof openHouse>>
let house: House
afterEach(() => house.close())

const DISPLAY = { role: 'display', device: 'd', place: '1', staff: null } as const
const idOf = (number: string) => `${TODAY}/${number}`
const numberOf = (answer: Answer) =>
  answer.status === 'taken' && 'number' in answer.result ? answer.result.number : JSON.stringify(answer)
const codes = (n: number) => Array.from({ length: n }, (_, i) => `DAY${String(10_000 + i)}`)
const numberOnPaper = (lines: readonly string[]) => lines.join('\n').match(/[A-Z]\d{3,4}/)?.[0]

test('an ordinary visit: a scan becomes a ticket, a paper, a call, two stages and an end', async () => {
  house = await openHouse([agendaRow('DAY10000', '10.00-11.00')])
  house.clock.set(at('10.05'))
  await house.open(1, 3)
  const display = watching(house.door(), 'display', DISPLAY)
  expect(numberOf(await house.scan('DAY10000'))).toBe('A001')
  await house.papersSettled()
  const [paper] = house.printer.papers()
  expect(paper?.lines.join('\n')).toContain('10.00-11.00')
  expect(paper?.qr).toMatch(/^http:\/\/antrean\.test:4100\/t\/[A-Za-z0-9_-]{22}$/)
  for (const place of [1, 3]) {
    expect(numberOf(await house.call(place))).toBe('A001')
    expect(display.now().live).toMatchObject([{ number: 'A001', counter: place }])
    house.clock.pass(1)
    expect(numberOf(await house.ask({ type: 'Recall', ticketId: idOf('A001') }, counter(place)))).toBe('A001')
    await house.ask({ type: 'Start', ticketId: idOf('A001') }, counter(place))
    house.clock.pass(6)
    await house.ask({ type: 'Finish', ticketId: idOf('A001'), outcome: 'completed' }, counter(place))
  }
  expect(ticketBy(house.door().state().tickets, idOf('A001'))?.standing).toMatchObject({
    status: 'done',
    outcome: 'completed',
  })
})

describe('days that go wrong', () => {
  test('paper-runs-out: numbers are given on, the papers wait, and come out once when there is paper again', async () => {
    house = await openHouse(codes(3).map((code) => agendaRow(code, '10.00-11.00')))
    house.clock.set(at('10.05'))
    await house.scan('DAY10000')
    await house.papersSettled()
    house.printer.set({ paper: 'end' })
    const told = viewThat(house.door(), KIOSK, (view) => view.role === 'kiosk' && view.printer === 'no-paper')
    expect(numberOf(await house.scan('DAY10001'))).toBe('A002')
    expect(numberOf(await house.scan('DAY10002'))).toBe('A003')
    expect(await told).toMatchObject({ printer: 'no-paper' })
    expect(house.printer.papers()).toHaveLength(1)
    house.printer.set({ paper: 'ok' })
    await house.papersSettled()
    expect(house.printer.papers().map(({ lines }) => numberOnPaper(lines))).toEqual(['A001', 'A002', 'A003'])
  })

  test('power-cut-at-noon: every ticket and call is there again, numbers go on, a torn paper comes marked', async () => {
    house = await openHouse(codes(6).map((code) => agendaRow(code, '11.00-12.00')))
    house.clock.set(at('11.30'))
    await house.open(1, 2)
    for (const code of codes(3)) await house.scan(code)
    await house.papersSettled()
    await house.call(1)
    await house.ask({ type: 'Start', ticketId: idOf('A001') }, counter(1))
    await house.call(2)
    const dark = new Promise<void>((resolve) => house.printer.onState(({ power }) => power === 'off' && resolve()))
    house.printer.setAfter(200, { power: 'off' })
    await house.scan('DAY10003')
    await dark
    const before = house.door().state()
    await house.cutPower()
    const after = house.door().state()
    expect(after.tickets).toEqual(before.tickets)
    expect(after.calls).toEqual(before.calls)
    expect(after.counters).toEqual(before.counters)
    expect(numberOf(await house.scan('DAY10004'))).toBe('A005')
    await house.papersSettled()
    const marked = house.printer.papers().filter(({ lines }) => lines.join('\n').includes('CETAK ULANG'))
    expect(marked.map(({ lines }) => numberOnPaper(lines))).toEqual(['A004'])
    await house.ask({ type: 'Finish', ticketId: idOf('A001'), outcome: 'completed' }, counter(1))
    expect(numberOf(await house.call(1))).toBe('A003')
  })

  test('answer-lost-on-the-way: the kiosk asks again after a restart and gets the same number', async () => {
    house = await openHouse([agendaRow('DAY10000', '10.00-11.00')])
    house.clock.set(at('10.05'))
    const command = { type: 'CheckIn', scanned: 'DAY10000', commandId: nextId() }
    const first = await house.door().submit(command, KIOSK)
    await house.cutPower()
    expect(await house.door().submit(command, KIOSK)).toEqual(first)
    expect(everyTicket(house.door().state().tickets).map(({ ticketId }) => ticketId)).toEqual([idOf('A001')])
  })

  test('two-counters-call-at-once: a hundred times over, never the same person, always in turn', async () => {
    const rows = codes(100).map((code) => agendaRow(code, '10.00-11.00'))
    house = await openHouse(rows)
    house.clock.set(at('10.05'))
    await house.open(1, 2)
    for (const { code } of rows) await house.scan(code)
    const called: string[] = []
    for (let round = 0; round < 50; round += 1) {
      const numbers = (await Promise.all([house.call(1), house.call(2)])).map(numberOf)
      for (const [i, number] of numbers.entries()) {
        called.push(number ?? 'nobody')
        await house.ask({ type: 'Start', ticketId: idOf(number ?? '') }, counter(i + 1))
        await house.ask({ type: 'Finish', ticketId: idOf(number ?? ''), outcome: 'rejected' }, counter(i + 1))
      }
    }
    expect(called).toEqual(rows.map((_, i) => `A${String(i + 1).padStart(3, '0')}`))
  })

  test('one-code-at-two-kiosks: one ticket, one paper, and the other kiosk shows it', async () => {
    house = await openHouse([agendaRow('DAY10000', '10.00-11.00')])
    house.clock.set(at('10.05'))
    const answers = await Promise.all([house.scan('DAY10000', '1'), house.scan('DAY10000', '2')])
    expect(answers.map(numberOf)).toEqual(['A001', 'A001'])
    const second = watching(house.door(), 'kiosk', { ...KIOSK, place: '2' })
    expect(second.now().visit).toMatchObject({ verdict: 'already-in', ticket: { number: 'A001' } })
    await house.papersSettled()
    expect(house.printer.papers()).toHaveLength(1)
  })

  test('everybody-comes-at-eight: who keeps the hour is not passed by those who ignore theirs', async () => {
    const late = codes(20).map((code) => agendaRow(code, '13.00-14.00'))
    house = await openHouse([...late, agendaRow('KEEPHOUR', '10.00-11.00')])
    house.clock.set(at('08.00'))
    for (const { code } of late) await house.scan(code)
    await house.open(1)
    expect(await house.call(1)).toMatchObject({ refusal: { code: 'nobody-callable' } })
    house.clock.set(at('10.10'))
    expect(numberOf(await house.scan('KEEPHOUR'))).toBe('A021')
    expect(numberOf(await house.call(1))).toBe('A021')
  })

  test('midnight-while-serving: the day changes once, what was left is recorded, numbers start anew', {
    tags: ['F38', 'T4'],
  }, async () => {
    house = await openHouse([agendaRow('DAY10000', '10.00-11.00')])
    house.clock.set(at('10.05'))
    await house.open(1)
    await house.scan('DAY10000')
    await house.call(1)
    const days = await keepDays({
      office: house.door(),
      zone: () => DENPASAR.zone,
      clock: house.clock,
      newCommandId: nextId,
    })
    const rolled = viewThat(house.door(), DISPLAY, (view) => view.day === '2026-11-25')
    house.clock.set(at('00.00', '2026-11-25'))
    expect(await rolled).toMatchObject({ day: '2026-11-25', live: [], last: [] })
    expect(house.door().state()).toMatchObject({ tickets: {}, counters: {}, lastNumber: {} })
    days.stop()
  })

  test('clock-jumps-back: no day is opened twice and no number is given twice', { tags: ['T2'] }, async () => {
    house = await openHouse(codes(2).map((code) => agendaRow(code, '10.00-11.00')))
    house.clock.set(at('10.05'))
    await house.scan('DAY10000')
    house.clock.set(at('10.00', '2026-11-20'))
    const days = await keepDays({
      office: house.door(),
      zone: () => DENPASAR.zone,
      clock: house.clock,
      newCommandId: nextId,
    })
    expect(house.door().state().day).toEqual({ day: TODAY, status: 'open' })
    expect(await house.ask({ type: 'OpenDay', day: '2026-11-20' }, CLOCK)).toMatchObject({
      refusal: { code: 'day-not-after' },
    })
    expect(numberOf(await house.scan('DAY10001'))).toBe('A002')
    days.stop()
  })

  test('nobody-comes-to-the-counter: a person who is away is put back, then waits for a new scan', async () => {
    house = await openHouse(codes(2).map((code) => agendaRow(code, '10.00-11.00')))
    house.clock.set(at('10.05'))
    await house.open(1)
    await house.scan('DAY10000')
    for (let miss = 0; miss < 3; miss += 1) {
      expect(numberOf(await house.call(1))).toBe('A001')
      await house.ask({ type: 'NoShow', ticketId: idOf('A001') }, counter(1))
      house.clock.pass(10)
    }
    expect(await house.call(1)).toMatchObject({ refusal: { code: 'nobody-callable' } })
    expect(await house.scan('DAY10000')).toMatchObject({ result: { verdict: 'already-in', number: 'A001' } })
    expect(numberOf(await house.call(1))).toBe('A001')
  })
})

/** The same numbers on every machine and in every run. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return seed / 2 ** 31
}

test('a whole plausible day: everybody who came with a booking is served, and each has one paper', async () => {
  const random = seeded(7)
  const services = DENPASAR.services.map(({ id }) => id)
  const rows = exampleAgenda({ day: TODAY, zone: DENPASAR.zone, services, random })
  house = await openHouse(rows)
  const coming = rows
    .map(({ code, window, status }) => ({ code, status, at: window.startAt + (random() - 0.4) * 70 * 60_000 }))
    .sort((a, b) => a.at - b.at)
  await house.open(1, 2, 3, 4, 5)
  const busyUntil = new Map<number, { until: number; ticketId: string }>()
  let turned = 0
  for (let minute = at('07.05'); minute < at('19.00'); minute += 60_000) {
    house.clock.set(minute)
    while (coming[0] !== undefined && coming[0].at <= minute) {
      const { code, status } = coming.shift() ?? { code: '', status: 'booked' }
      const answer = await house.scan(code, random() < 0.5 ? '1' : '2')
      expect(answer.status).toBe('taken')
      if (status !== 'booked') turned += 1
    }
    for (const place of [1, 2, 3, 4, 5]) {
      const work = busyUntil.get(place)
      if (work !== undefined && work.until > minute) continue
      if (work !== undefined) {
        const done = await house.ask({ type: 'Finish', ticketId: work.ticketId, outcome: 'completed' }, counter(place))
        expect(done.status).toBe('taken')
        busyUntil.delete(place)
      }
      const answer = minute >= at('08.00') ? await house.call(place) : null
      if (answer?.status !== 'taken' || answer.result.kind !== 'call') continue
      await house.ask({ type: 'Start', ticketId: answer.result.ticketId }, counter(place))
      busyUntil.set(place, {
        until: minute + (place <= 2 ? 3 : 6 + random() * 4) * 60_000,
        ticketId: answer.result.ticketId,
      })
    }
  }
  const tickets = everyTicket(house.door().state().tickets)
  expect(tickets.length).toBe(rows.length - turned)
  expect(tickets.filter(({ standing }) => standing.status !== 'done')).toEqual([])
  await house.papersSettled()
  const papers = everyPaper(house.door().state().papers)
  expect(papers.every(({ state, mark }) => state === 'printed' && mark === 'original')).toBe(true)
  expect(papers).toHaveLength(tickets.length)
}, 60_000)
