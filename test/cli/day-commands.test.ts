import { beforeEach, describe, expect, it } from 'vitest'
import { TODAY } from '../support/denpasar.ts'
import { openTestCli } from './test-cli.ts'

let cli: ReturnType<typeof openTestCli>
beforeEach(() => {
  cli = openTestCli()
})

describe('antrean hours, outage and today', () => {
  it('set the hours of one day, or close it', async () => {
    expect(await cli.run('hours', '2026-12-24', '08.00-11.30')).toMatchObject({
      exit: 0,
      out: ['2026-12-24: 08.00-11.30'],
    })
    expect(await cli.runJson('hours', '2026-12-25', 'closed')).toMatchObject({ exit: 0, json: { hours: 'closed' } })
    const set = (day: string, opening: object | null) => ['ask', { type: 'SetHours', day, opening }]
    const rest = { breaks: [], numbers: null, windows: [] }
    expect(cli.asked).toEqual([
      set('2026-12-24', { open: '08.00', close: '11.30', ...rest }),
      ['close'],
      set('2026-12-25', null),
      ['close'],
    ])
  })

  it('record an outage and its end, and say when the office knows better', async () => {
    expect(await cli.run('outage', 'national')).toMatchObject({ exit: 0, out: ['Outage recorded: national.'] })
    expect(await cli.run('outage', 'over')).toMatchObject({ exit: 1, err: ['outage-known'] })
    expect(cli.asked[0]).toEqual(['ask', { type: 'StartOutage', scope: 'national' }])
  })

  it('announce in one language or two, end the announcement, and refuse one that is too long to be read', async () => {
    expect(await cli.run('announce', 'Musala pindah', 'Prayer room moved')).toMatchObject({
      exit: 0,
      out: ['Announced: Musala pindah'],
    })
    await cli.run('announce', 'Toilet di lantai 3')
    expect(await cli.runJson('announce', 'over')).toMatchObject({ exit: 0, json: { announcement: null } })
    const told = (id: string, en: string) => ['ask', { type: 'Announce', words: { id, en } }]
    expect(cli.asked.filter((asked) => JSON.stringify(asked) !== '["close"]')).toEqual([
      told('Musala pindah', 'Prayer room moved'),
      told('Toilet di lantai 3', 'Toilet di lantai 3'),
      ['ask', { type: 'EndAnnouncement' }],
    ])
    expect(await cli.run('announce', 'x'.repeat(91))).toMatchObject({ exit: 2 })
    expect(await cli.run('announce')).toMatchObject({ exit: 2 })
  })

  it('tell the day in figures, without what only screens need', async () => {
    const { json } = await cli.runJson('today')
    expect(json).toMatchObject({ booked: 117, load: [{ booked: 24, load: 1.2 }] })
    expect(json).not.toHaveProperty('epoch')
    expect((await cli.run('today')).out).toContain('booked         117')
  })
})

describe('antrean audit and why', () => {
  it('list what staff set aside, with staff, time in the office and reason', async () => {
    expect(await cli.run('audit')).toMatchObject({
      exit: 0,
      out: [`2026-11-24 10.09.00  out-of-order-call  ${TODAY}/A003  staff 07  urgent`, '1 overrides'],
    })
    expect((await cli.runJson('audit', '2026-11-23')).json).toEqual({ overrides: [] })
  })

  it('tell why a number was called before another', async () => {
    expect((await cli.run('why', `${TODAY}/A002`)).out).toEqual([
      `10.07.00 counter 3, documents (helping), lane A: turn 10.30.00, ready 10.00.00 shifted by 30 min; next was ${TODAY}/A001, turn 10.35.00`,
    ])
    expect(await cli.run('why', `${TODAY}/A009`)).toMatchObject({ exit: 1, err: [`${TODAY}/A009 was never called`] })
  })
})
