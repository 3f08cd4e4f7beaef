import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonMistake } from '../../config/json-mistake.ts'

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch (trouble) {
    if (trouble instanceof SyntaxError) return false
    throw trouble
  }
}

describe('a mistake in a JSON file', () => {
  it.each([
    ['', 1, 1, 'a value', 'the end of the file'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, ', or }', '"\\""'],
    ['{\r\n  "a": ,\r\n}', 2, 8, 'a value', '","'],
    ['{"a": [1, 2,]}', 1, 13, 'a value', '"]"'],
    ['{"a": 1,}', 1, 9, 'a name in quotes', '"}"'],
    ['[1, 2', 1, 6, ', or ]', 'the end of the file'],
    ['{"a" 1}', 1, 6, ':', '"1"'],
    ['{} {}', 1, 4, 'the end of the file', '"{"'],
    ["{'a': 1}", 1, 2, 'a name in quotes or }', '"\'"'],
    ['{"a": tru}', 1, 7, 'a value', '"t"'],
    ['{"a": "x\ny"}', 1, 7, 'a value', '"\\""'],
  ])('in %j is at line %i, column %i', (text, line, column, expected, got) => {
    expect(findJsonMistake(text)).toEqual({ line, column, expected, got })
  })

  it('is found exactly where JSON.parse finds one', () => {
    const cut = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', ',', '"', '}', ']', '\\', ':', '1', '\u0000', ' '),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          cut.map(([json, at, drop, put]) => {
            const place = at % (json.length + 1)
            return json.slice(0, place) + put + json.slice(place + drop)
          }),
        ),
        (text) => {
          expect(findJsonMistake(text) === null).toBe(parses(text))
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is found in a file as large as a disk mistake makes them', () => {
    expect(findJsonMistake(`["${'x'.repeat(2_000_000)}"]`)).toBeNull()
    expect(findJsonMistake('['.repeat(200_000))).toMatchObject({ column: 200_001 })
  })
})
