import { describe, expect, test } from 'vitest'
import { readDays } from '../../simulator/day-file.ts'
import { counterAt, dayOf, FRAME, person } from './make-day.ts'

const file = (change: object = {}) => ({ scenario: 'made', ...FRAME, days: [dayOf([person(480)])], ...change })

describe('a day file', () => {
  test('with fields that nobody knows is read without them', () => {
    const read = readDays(file({ weather: 'rain', days: [{ ...dayOf([person(480)]), mood: 'good' }] }))
    expect(read).toEqual({ file: file() })
  })

  test('may leave out what has a plain meaning when it is missing', () => {
    const days = [
      {
        id: 'short',
        applicants: [{ arrive: 480, window: null, service: [5, 10] }],
        counters: [1, 2].map((stage) => ({ id: `${stage}`, stage })),
      },
    ]
    expect(readDays(file({ days }))).toMatchObject({
      file: {
        days: [
          {
            friday: false,
            noShows: [],
            applicants: [{ priority: false, group: null, return: null }],
            counters: [{ speed: 1, away: [] }, {}],
          },
        ],
      },
    })
  })

  test.each([
    ['no file at all', null, 'the file: Invalid input: expected object, received null'],
    [
      'a service that is no number',
      file({ days: [dayOf([{ ...person(480), service: ['long'] as never }])] }),
      'days.0.applicants.0.service.0: Invalid input: expected number, received string',
    ],
    [
      'a window that ends before it starts',
      file({ days: [dayOf([person(480, { window: [540, 480] })])] }),
      'days.0.applicants.0.window: the window must end after it starts',
    ],
    [
      'a counter of a third stage',
      file({ days: [dayOf([], [counterAt(3)])] }),
      'days.0.counters.0.stage: there are only 2 stages',
    ],
    [
      'a stage without a counter',
      file({ days: [dayOf([person(480)], [counterAt(1)])] }),
      'days.0.counters: no counter serves stage 2',
    ],
    [
      'more services than stages',
      file({ days: [dayOf([person(480, { service: [1, 2, 3] })])] }),
      'days.0.applicants.0.service: 3 values for 2 stages',
    ],
    ['two mistakes', file({ open: -1, planClose: 'five' }), 'open: Too small: expected number to be >=0 (and 1 more)'],
  ])('%s is told in one sentence', (_, content, mistake) => {
    expect(readDays(content)).toEqual({ mistake })
  })
})
