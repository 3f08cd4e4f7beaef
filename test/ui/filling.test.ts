import { describe, expect, test } from 'vitest'
import { ELEMENTS, SurveyCommand } from '../../protocol/survey.ts'
import { QUESTIONS } from '../../protocol/survey-questions.ts'
import { evolveFilling, type Filling, type FillingAct, openFilling } from '../../ui/survey/filling.ts'

const TICKET = '2026-11-24/A037'
const mark = (n: 1 | 2 | 3 | 4): FillingAct => ({ type: 'marked', mark: n })
const formAfter = (...acts: FillingAct[]): Filling => acts.reduce(evolveFilling, openFilling(TICKET))
const times = (n: number, act: FillingAct): FillingAct[] => Array.from({ length: n }, () => act)
const TAKEN = { type: 'replied', reply: { status: 'taken', result: { kind: 'done' } } } as const
const LOST = { type: 'replied', reply: { status: 'unreachable' } } as const

describe('the form', () => {
  test('asks nine questions one by one and then tells the office', () => {
    expect(formAfter(mark(4))).toMatchObject({ step: 'question', no: 2 })
    const told = formAfter(...times(9, mark(3)))
    if (told.step !== 'sending') throw new Error(told.step)
    expect(SurveyCommand.parse(told.command)).toEqual({
      type: 'AnswerSurvey',
      ticketId: TICKET,
      answers: Object.fromEntries(ELEMENTS.map((element) => [element, 3])),
    })
  })

  test('leaves a skipped question out, also one that was answered before', () => {
    const told = formAfter(mark(1), { type: 'back' }, { type: 'skipped' }, ...times(8, mark(2)))
    if (told.step !== 'sending' || told.command.type !== 'AnswerSurvey') throw new Error(told.step)
    expect(told.command.answers).not.toHaveProperty('persyaratan')
    expect(Object.keys(told.command.answers)).toHaveLength(8)
  })

  test('goes back and shows what was said', () => {
    expect(formAfter(mark(4), { type: 'back' })).toMatchObject({ no: 1, answers: { persyaratan: 4 } })
    expect(formAfter({ type: 'back' })).toMatchObject({ no: 1 })
  })

  test('can be declined at every question', () => {
    for (const n of [0, 4, 8])
      expect(formAfter(...times(n, mark(3)), { type: 'declined' })).toMatchObject({
        command: { type: 'DeclineSurvey' },
      })
  })

  test('of which everything was skipped is declined', () => {
    expect(formAfter(...times(9, { type: 'skipped' }))).toMatchObject({ command: { type: 'DeclineSurvey' } })
  })

  test('that the office did not hear of is kept, and said again as it was', () => {
    const unsent = formAfter(...times(9, mark(3)), LOST)
    expect(unsent.step).toBe('unsent')
    expect(evolveFilling(unsent, { type: 'retried' })).toEqual(formAfter(...times(9, mark(3))))
  })

  test('ends with thanks, whether answered, declined, or too late', () => {
    expect(formAfter(...times(9, mark(3)), TAKEN)).toMatchObject({ step: 'over', how: 'answered' })
    expect(formAfter({ type: 'declined' }, TAKEN)).toMatchObject({ step: 'over', how: 'declined' })
    const late = { type: 'replied', reply: { status: 'refused', refusal: { code: 'not-invited' } } } as const
    expect(formAfter(...times(9, mark(3)), late)).toMatchObject({ step: 'over', how: 'closed' })
  })

  test('hears nothing after its end', () => {
    const over = formAfter(...times(9, mark(3)), TAKEN)
    for (const act of [mark(1), LOST, { type: 'declined' } as const]) expect(evolveFilling(over, act)).toBe(over)
  })
})

test('every question has four answers of its own in both languages', () => {
  for (const element of ELEMENTS)
    for (const lang of ['id', 'en'] as const)
      expect(new Set(Object.values(QUESTIONS[element].answers).map((words) => words[lang])).size).toBe(4)
})
