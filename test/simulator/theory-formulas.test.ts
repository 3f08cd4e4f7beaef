import { describe, expect, test } from 'vitest'
import { cobham, conservedWait, erlangC, pollaczekKhinchine } from '../../simulator/theory/formulas.ts'

describe('what queueing theory says', () => {
  test('with one counter, whoever comes waits with the probability of its load, four cases long at 80 %', () => {
    const { waits, meanWait, longerThan } = erlangC({ servers: 1, rate: 0.8, service: 1 })
    expect(waits).toBeCloseTo(0.8, 12)
    expect(meanWait).toBeCloseTo(4, 12)
    expect(longerThan(5)).toBeCloseTo(0.8 * Math.exp(-1), 12)
  })

  test('with two counters the probability of waiting is 2ρ² ÷ (1 + ρ)', () => {
    const { waits } = erlangC({ servers: 2, rate: 1.4, service: 1 })
    expect(waits).toBeCloseTo((2 * 0.7 ** 2) / 1.7, 12)
  })

  test('the shape of a case matters as Pollaczek and Khinchine say: exponential cases are Erlang’s', () => {
    const office = { rate: 0.4, service: 2 }
    expect(pollaczekKhinchine({ ...office, cv: 1 })).toBeCloseTo(erlangC({ servers: 1, ...office }).meanWait, 12)
    expect(pollaczekKhinchine({ ...office, cv: 0 })).toBeCloseTo(4, 12)
  })

  test('priority moves waiting from one class to the other and creates no capacity', () => {
    const rates = [0.6, 1.8]
    const [first = 0, second = 0] = cobham({ servers: 3, rates, service: 1 })
    const fifo = erlangC({ servers: 3, rate: 2.4, service: 1 }).meanWait
    expect(first).toBeLessThan(fifo)
    expect(second).toBeGreaterThan(fifo)
    expect((first * 0.6 + second * 1.8) / 2.4).toBeCloseTo(fifo, 12)
  })

  test('with one class the conserved sum is load times the mean wait', () => {
    const kept = conservedWait([{ rate: 0.5, service: 1.6, second: 1.6 ** 2 * (1 + 0.5 ** 2) }])
    expect(kept).toBeCloseTo(0.8 * pollaczekKhinchine({ rate: 0.5, service: 1.6, cv: 0.5 }), 12)
  })
})
