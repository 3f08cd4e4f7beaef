import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOffice } from '../../server/open-office.ts'
import { makeSeal } from '../../server/seal.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

test('addresses of tickets have 128 bits without a pattern, and differ from office to office', {
  tags: ['W12'],
}, () => {
  const [one, other] = [makeSeal(randomBytes(32)), makeSeal(randomBytes(32))]
  const tickets = Array.from({ length: 5_000 }, (_, i) => `2026-11-24/A${String(i).padStart(4, '0')}`)
  const tokens = tickets.map(one.tokenOf)
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(new Set(tokens).size).toBe(tickets.length)
  // Every place but the last, which holds two bits less, takes each of 64 letters about as often.
  for (let place = 0; place < 21; place++) {
    const counts = new Map<string, number>()
    for (const token of tokens) counts.set(token[place] ?? '', (counts.get(token[place] ?? '') ?? 0) + 1)
    expect(counts.size).toBe(64)
    expect(Math.max(...counts.values())).toBeLessThan(2.5 * (tickets.length / 64))
  }
  expect(tokens.filter((token, i) => token === other.tokenOf(tickets[i] ?? ''))).toEqual([])
})

test('guesses of an address find nobody, and cost the office little', {
  tags: ['W12'],
  timeout: 120_000,
}, async (context) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'antrean-guess-'))
  const house = await openOffice({
    ...{ dataDir, log: { warn: () => undefined } },
    onFault: (fault) => {
      throw fault
    },
  })
  try {
    const guesses = howMany(20_000, 100_000)
    const startMs = performance.now()
    for (let i = 0; i < guesses; i++) expect(house.trackerSenderOf(randomBytes(16).toString('base64url'))).toBeNull()
    const each = (performance.now() - startMs) / guesses
    expect(each).toBeLessThan(1)
    keepFigure(context, `${guesses.toLocaleString('en')} guesses, 0 found, ${(each * 1000).toFixed(0)} µs each`)
  } finally {
    await house.close()
    await rm(dataDir, { recursive: true })
  }
})
