import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPayload } from '../../server/rules/payload.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'

const read = (scanned: string) => readPayload(scanned, DENPASAR.payload)

describe('what a scanner hands over', () => {
  test.each([
    ['K7M2Q9XA', 'K7M2Q9XA'],
    ['  k7m2q9xa \r\n', 'K7M2Q9XA'],
    ['MPASPOR:K7M2Q9XA', 'K7M2Q9XA'],
    [']Q1K7M2Q9XA', 'K7M2Q9XA'],
  ])('%j is the code %s', (scanned, code) => expect(read(scanned)).toEqual({ status: 'code', code }))

  test('fifteen digits are the payment code', () => expect(read('820251124000017')).toEqual({ status: 'billing-code' }))

  test.each([
    '',
    '   ',
    'K7M2Q9X',
    'K7M2Q9XAB',
    'K7M2-9XA',
    'K7M2\u0000Q9XA',
    '\u001b[31mK7M2Q9XA',
    'A'.repeat(257),
    'https://example.org/K7M2Q9XA',
    '८८८८८८८८',
  ])('%j is nothing we know', (scanned) => expect(read(scanned)).toEqual({ status: 'unreadable' }))

  test('no stream of characters makes it throw or find a code that is not one', { tags: ['K5'] }, (context) => {
    const codes = howMany(20_000, 100_000)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (scanned) => {
        const payload = read(scanned)
        if (payload.status === 'code') expect(payload.code).toMatch(/^[A-Z0-9]{8}$/)
      }),
      { numRuns: codes },
    )
    keepInputs(context, codes)
  })
})
