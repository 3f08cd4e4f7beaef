import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { type SurveyCommand, SurveySettings } from '../../protocol/survey.ts'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { answersFile, openAnswers } from '../../server/answers/open-answers.ts'
import type { Journal, Recorded } from '../../server/journal/journal.ts'
import { type OpenedOffice, openOfficeDoor } from '../../server/office.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { agendaRow } from '../support/house.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, testSeal, virtualClock } from '../support/office.ts'
import { counter, KIOSK } from '../support/rules.ts'
import { five } from '../survey/sample-answers.ts'

const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'office', staff: null }
const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }
const EXIT: Sender = { role: 'survey', device: 's', place: '1', staff: null }
const screen = (place: string): Sender => ({ ...EXIT, place })
const idOf = (number: string) => `${TODAY}/${number}`
const phone = (number: string): Sender => ({ role: 'tracker', device: 'phone', place: idOf(number), staff: null })
const [good = {}, bad = {}] = five
const answering = (number: string, answers = good): SurveyCommand => ({
  type: 'AnswerSurvey',
  ticketId: idOf(number),
  answers,
})
const declining = (number: string): SurveyCommand => ({ type: 'DeclineSurvey', ticketId: idOf(number) })
const refused = (code: string) => ({ status: 'refused', refusal: { code } })

/** The journal of a memory that a power cut leaves as it is. */
const keptJournal = () => {
  const recorded: Recorded[] = []
  const open = (): Journal => {
    const journal = openMemoryJournal(recorded)
    return {
      ...journal,
      async append(entry) {
        for (const event of entry.events) recorded.push({ seq: recorded.length + 1, at: entry.at, by: entry.by, event })
        return journal.append(entry)
      },
    }
  }
  return { open, recorded }
}

/** An office in which everybody is asked, and the visits of so many that just ended at counter 1. */
const openTestSurvey = async (visits = 1, settings: Partial<SurveySettings> = {}) => {
  let dataDir = mkdtempSync(join(tmpdir(), 'antrean-survey-'))
  const journal = keptJournal()
  const clock = virtualClock(at('10.00'))
  const start = async () => {
    const door = await openOfficeDoor({
      journal: journal.open(),
      clock,
      seal: testSeal,
      epoch: nextId(),
      onFault: (fault) => expect.fail(String(fault)),
    })
    return door
  }
  const openSurvey = (door: Pick<OpenedOffice, 'state' | 'submit' | 'onRecorded'>) =>
    openAnswers({
      dataDir,
      door,
      seal: testSeal,
      sender: CLOCK,
      newCommandId: nextId,
      onFault: (fault) => expect.fail(String(fault)),
    })
  let door = await start()
  let survey = await openSurvey(door)
  const ask = (wish: Wish, sender: Sender) => door.submit({ ...wish, commandId: nextId() }, sender)
  const office = { ...DENPASAR, survey: SurveySettings.parse({ everyKth: 1, ...settings }) }
  await ask({ type: 'ConfigureOffice', office }, CONSOLE)
  await ask({ type: 'OpenDay', day: TODAY }, CONSOLE)
  const codes = Array.from({ length: visits }, (_, i) => `DAY1000${i}`)
  await ask({ type: 'ImportAgenda', rows: codes.map((code) => agendaRow(code, '10.00-11.00')) }, CONSOLE)
  await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1))
  for (const scanned of codes) {
    await ask({ type: 'CheckIn', scanned }, KIOSK)
    await ask({ type: 'CallNext' }, counter(1))
    const ticketId = door.state().tickets.inHand[1] ?? ''
    await ask({ type: 'Start', ticketId }, counter(1))
    await ask({ type: 'Finish', ticketId, outcome: 'rejected' }, counter(1))
  }
  return {
    recorded: journal.recorded,
    ask,
    door: () => door,
    survey: () => survey,
    file: () => answersFile(dataDir),
    month: () => door.state().survey.months['2026-11'],
    async closeDay() {
      await ask({ type: 'CloseDay', day: TODAY }, CLOCK)
      // Behind the cut, which goes on beside the Door.
      await survey.responses()
    },
    /** Everything goes dark: what is on the disk at that instant is all that the next start finds. */
    async cutPower(beforeStart: () => Promise<void> = async () => {}) {
      const left = mkdtempSync(join(tmpdir(), 'antrean-survey-'))
      for (const tail of ['', '-wal'])
        if (existsSync(`${answersFile(dataDir)}${tail}`))
          copyFileSync(`${answersFile(dataDir)}${tail}`, `${answersFile(left)}${tail}`)
      dataDir = left
      await beforeStart()
      door = await start()
      survey = await openSurvey(door)
    },
    openSurvey,
  }
}

describe('answers of a visitor', () => {
  test('are kept, and the journal learns that there are some: never what, nor at which device', async () => {
    const day = await openTestSurvey()
    expect(await day.survey().take(EXIT, answering('A001'))).toMatchObject({ status: 'taken' })
    const last = day.recorded.at(-1)
    expect(last).toMatchObject({
      by: { role: 'clock', place: 'office', staff: null },
      event: { type: 'InvitationSettled', ticketId: idOf('A001'), how: 'answered' },
    })
    expect(Object.keys(last?.event ?? {})).toEqual(['type', 'ticketId', 'how'])
  })

  test('count once, whoever answers a second time and wherever', async () => {
    const day = await openTestSurvey(5)
    for (const number of ['A001', 'A002', 'A003', 'A004', 'A005'])
      expect(await day.survey().take(EXIT, answering(number))).toMatchObject({ status: 'taken' })
    expect(await day.survey().take(phone('A001'), answering('A001', bad))).toMatchObject({ status: 'taken' })
    await day.closeDay()
    expect(await day.survey().responses()).toHaveLength(5)
    for (const { answers } of await day.survey().responses()) expect(answers).toEqual(good)
    expect(day.month()).toMatchObject({ invited: 5, answered: 5 })
  })

  test('given at two screens in the same instant count once', async () => {
    const day = await openTestSurvey(5)
    const replies = await Promise.all([
      day.survey().take(EXIT, answering('A001')),
      day.survey().take(phone('A001'), answering('A001', bad)),
      ...['A002', 'A003', 'A004', 'A005'].map((number) => day.survey().take(EXIT, answering(number))),
    ])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set(['taken']))
    await day.closeDay()
    expect(await day.survey().responses()).toHaveLength(5)
  })

  test('are not seen before the day is over, and then without a time', async () => {
    const day = await openTestSurvey(5)
    for (const number of ['A001', 'A002', 'A003', 'A004', 'A005']) await day.survey().take(EXIT, answering(number))
    expect(await day.survey().responses()).toEqual([])
    await day.closeDay()
    expect((await day.survey().responses())[0]).toEqual({ month: '2026-11', channel: 'exit', answers: good })
  })

  test('come too late once the day is over', async () => {
    const day = await openTestSurvey()
    await day.closeDay()
    expect(await day.survey().take(phone('A001'), answering('A001'))).toEqual(refused('not-invited'))
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
    expect(day.month()).toMatchObject({ answered: 0, expired: 1 })
  })

  test('that cross the close of the day are not acknowledged, and not counted', async () => {
    const day = await openTestSurvey()
    const closing = day.closeDay()
    const reply = await day.survey().take(EXIT, answering('A001'))
    await closing
    expect(reply).toEqual(refused('not-invited'))
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
    expect(day.month()).toMatchObject({ answered: 0, expired: 1 })
  })
})

describe('declining', () => {
  test('is counted, and nothing is kept', async () => {
    const day = await openTestSurvey()
    expect(await day.survey().take(phone('A001'), declining('A001'))).toMatchObject({ status: 'taken' })
    expect(day.month()).toMatchObject({ declined: 1, answered: 0 })
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
  })

  test('first, at another screen in the same instant, leaves no answers behind', async () => {
    const day = await openTestSurvey()
    const [first, second] = await Promise.all([
      day.survey().take(EXIT, declining('A001')),
      day.survey().take(phone('A001'), answering('A001')),
    ])
    // As a moment later: whoever comes second is thanked.
    expect([first.status, second.status]).toEqual(['taken', 'taken'])
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
  })
})

describe('who may answer for whom', () => {
  test.each([
    ['a phone for another ticket', phone('A002'), 'A001', 'not-invited'],
    ['the screen of another counter', screen('counter-2'), 'A001', 'not-invited'],
    ['a tablet for somebody who was not asked', EXIT, 'A009', 'not-invited'],
    ['a counter', counter(1), 'A001', 'not-permitted'],
    ['a kiosk', KIOSK, 'A001', 'not-permitted'],
    ['the console', CONSOLE, 'A001', 'not-permitted'],
  ])('not %s', async (_name, sender, number, code) => {
    const day = await openTestSurvey(2)
    expect(await day.survey().take(sender, answering(number))).toEqual(refused(code))
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
  })

  test('the screen of the counter where the visit ended', async () => {
    const day = await openTestSurvey()
    expect(await day.survey().take(screen('counter-1'), answering('A001'))).toMatchObject({ status: 'taken' })
  })

  test('nobody through a channel that the office does not use', async () => {
    const day = await openTestSurvey(1, { channels: ['phone'] })
    expect(await day.survey().take(EXIT, answering('A001'))).toEqual(refused('not-invited'))
  })
})

describe('when the power goes', () => {
  test('after an answer was acknowledged, it is there once', async () => {
    const day = await openTestSurvey(5)
    for (const number of ['A001', 'A002', 'A003', 'A004', 'A005']) await day.survey().take(EXIT, answering(number))
    await day.cutPower()
    expect(await day.survey().take(EXIT, answering('A001', bad))).toMatchObject({ status: 'taken' })
    await day.closeDay()
    expect(await day.survey().responses()).toHaveLength(5)
    expect(day.month()).toMatchObject({ answered: 5, expired: 0 })
  })

  test('between the answers and the journal, the next start tells the journal', async () => {
    const day = await openTestSurvey(5)
    for (const number of ['A002', 'A003', 'A004', 'A005']) await day.survey().take(EXIT, answering(number))
    // The Door never hears of it: the power goes while it is asked.
    const dark = await day.openSurvey({ ...day.door(), submit: () => new Promise(() => undefined) })
    void dark.take(EXIT, answering('A001'))
    await expect.poll(() => openAnswerStore(day.file()).keys()).toHaveLength(5)
    expect(day.month()).toMatchObject({ answered: 4 })
    await day.cutPower()
    expect(day.month()).toMatchObject({ answered: 5 })
    // Whoever got no answer asks again.
    expect(await day.survey().take(EXIT, answering('A001'))).toMatchObject({ status: 'taken' })
    await day.closeDay()
    expect(await day.survey().responses()).toHaveLength(5)
    expect(day.month()).toMatchObject({ answered: 5, expired: 0 })
  })

  test('between the close of the day and the cut, the next start cuts', async () => {
    const day = await openTestSurvey(5)
    for (const number of ['A001', 'A002', 'A003', 'A004', 'A005']) await day.survey().take(EXIT, answering(number))
    const left = mkdtempSync(join(tmpdir(), 'antrean-survey-'))
    for (const tail of ['', '-wal']) copyFileSync(`${day.file()}${tail}`, `${answersFile(left)}${tail}`)
    await day.closeDay()
    // The file as it was before the cut, beside a journal that knows that the day is closed.
    await day.cutPower(async () => {
      for (const tail of ['', '-wal']) copyFileSync(`${answersFile(left)}${tail}`, `${day.file()}${tail}`)
      expect(await openAnswerStore(day.file()).keys()).toHaveLength(5)
    })
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
    expect(await day.survey().responses()).toHaveLength(5)
  })

  test('between the answers and the journal, and the day is over at the next start: never acknowledged, never counted', async () => {
    const day = await openTestSurvey()
    const dark = await day.openSurvey({ ...day.door(), submit: () => new Promise(() => undefined) })
    void dark.take(EXIT, answering('A001'))
    await expect.poll(() => openAnswerStore(day.file()).keys()).toHaveLength(1)
    const at = day.recorded.at(-1)?.at ?? 0
    const by = { role: 'clock', place: 'office', staff: null } as const
    const seq = day.recorded.length + 1
    await day.cutPower(async () => {
      day.recorded.push({ seq, at, by, event: { type: 'DayClosed', day: TODAY, unserved: [] } })
    })
    expect(await openAnswerStore(day.file()).keys()).toEqual([])
    expect(day.month()).toMatchObject({ answered: 0, expired: 1 })
  })
})
