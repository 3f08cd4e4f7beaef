import { describe, expect, test } from 'vitest'
import { Payload } from '../../protocol/office-rules.ts'
import { isQuick } from '../../protocol/pattern.ts'

describe('a pattern of an office', () => {
  test.each([
    '^(?:MPASPOR:)?(?<code>[A-Z0-9]{8})$',
    '^(?:(?<office>[A-Z]{3}):)?(?<code>[A-Z0-9]{8,32})$',
    '^HTTPS://[^/]+/[^?]*\\?KODE=(?<code>[A-Z0-9]+)$',
    '^(?<code>\\p{Lu}\\d{7}[(*+]?)$',
    '^\\d{15}$',
  ])('%s answers in a moment', (pattern) => {
    expect(isQuick(pattern)).toBe(true)
  })

  test.each([
    '^(?<code>([A-Z0-9]+-?)+)$',
    '^(?<code>(A|A)*)$',
    '^(?<code>(A+){2,})$',
    '^(?<code>.*.*.*.*)X$',
    '^(?<code>A+)\\1$',
    '^(?<code>A+)\\k<code>$',
  ])('%s could hold the office up, and is refused with a sentence', { tags: ['K5', 'W15'] }, (pattern) => {
    expect(isQuick(pattern)).toBe(false)
    const { error } = Payload.safeParse({ patterns: [pattern] })
    expect(error?.issues[0]).toMatchObject({
      path: ['patterns', 0],
      message: expect.stringContaining('could take for ever'),
    })
  })
})
