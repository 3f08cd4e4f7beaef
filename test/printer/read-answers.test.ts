import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAutomaticStatus, readDeviceStatus } from '../../printer/device-status.ts'
import { hearAnswers, type PrinterAnswer } from '../../printer/read-answers.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'

const textBytes = (text: string) => Array.from(text, (char) => char.charCodeAt(0))
/** Hears the pieces one after the other. */
const hear = (pieces: readonly (readonly number[])[], presenter = false): PrinterAnswer[] => {
  let begun: readonly number[] = []
  return pieces.flatMap((piece) => {
    const heard = hearAnswers(begun, Uint8Array.from(piece), presenter)
    begun = heard.begun
    return heard.answers
  })
}

/** What a printer can say, as bytes and as what it means (Epson, the tables of hardware 1 and 2). */
const status = fc.constantFrom(0x12, 0x16, 0x1a, 0x1e, 0x32, 0x52, 0x72, 0x7e)
const rest = fc.integer({ min: 0, max: 0x6f }).filter((byte) => (byte & 0x90) === 0)
const spoken = fc.oneof(
  status.map((byte) => ({ bytes: [byte], answer: { kind: 'status', byte } })),
  fc.constantFrom(0, 3, 12, 15).map((byte) => ({ bytes: [byte], answer: { kind: 'fence', byte } })),
  fc
    .tuple(fc.constantFrom(0x10, 0x14, 0x18, 0x30, 0x3c), rest, rest, rest)
    .map((bytes) => ({ bytes: [...bytes], answer: { kind: 'asb', bytes } })),
  fc.integer({ min: 1, max: 9_999 }).map((n) => {
    const id = String(n).padStart(4, '0')
    return { bytes: [0x37, 0x22, ...textBytes(id), 0], answer: { kind: 'done', id } }
  }),
  fc.constantFrom('EPSON', 'TM-T82X', '').map((text) => ({
    bytes: [0x5f, ...textBytes(text), 0],
    answer: { kind: 'block', lead: 0x5f, text },
  })),
)
/** The same bytes cut into pieces, with XON and XOFF wherever they like. */
const cutUp = (bytes: readonly number[], cuts: readonly number[], flow: readonly number[]) => {
  const mixed = bytes.flatMap((byte, i) => (flow.includes(i) ? [i % 2 === 0 ? 0x11 : 0x13, byte] : [byte]))
  const at = [...new Set(cuts.map((cut) => cut % (mixed.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...at].map((from, i) => mixed.slice(from, at[i]))
}

describe('what a printer says', { tags: ['F31'] }, () => {
  test('is told apart however it is cut, with XON and XOFF in between', () => {
    fc.assert(
      fc.property(
        fc.array(spoken, { maxLength: 12 }),
        fc.array(fc.nat(80), { maxLength: 20 }),
        fc.array(fc.nat(80), { maxLength: 10 }),
        (said, cuts, flow) => {
          const pieces = cutUp(
            said.flatMap(({ bytes }) => bytes),
            cuts,
            flow,
          )
          expect(hear(pieces)).toEqual(said.map(({ answer }) => answer))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('is understood again after any noise, at the second question at the latest, and nothing throws', {
    tags: ['F31'],
  }, (context) => {
    const noises = howMany(20_000, 100_000)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), status, (noise, byte) => {
        const { begun } = hearAnswers([], noise)
        const first = hearAnswers(begun, Uint8Array.of(byte))
        // Whoever gets no answer forgets what had begun, and asks again.
        const said = first.answers.length > 0 ? first : hearAnswers([], Uint8Array.of(byte))
        expect(said.answers.at(-1)).toEqual({ kind: 'status', byte })
      }),
      { numRuns: noises },
    )
    keepInputs(context, noises)
  })

  test('never holds more than one answer that has begun', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 500, maxLength: 2_000 }), fc.boolean(), (noise, presenter) => {
        expect(hearAnswers([], noise, presenter).begun.length).toBeLessThanOrEqual(80)
      }),
      { numRuns: 200 },
    )
  })

  test("a presenter's mouth is four bytes of any value", () => {
    expect(
      hear(
        [
          [0x10, 0x0f, 0x24],
          [0x11, 0x13, 0xff, 0x12],
        ],
        true,
      ),
    ).toEqual([
      { kind: 'mouth', bytes: [0x24, 0x11, 0x13, 0xff] },
      { kind: 'status', byte: 0x12 },
    ])
  })

  test('half an automatic status does not swallow the answer behind it', () => {
    expect(hear([[0x18, 0x00], [0x1a]])).toEqual([{ kind: 'status', byte: 0x1a }])
  })
})

describe('what is to be repaired first', () => {
  test.each([
    ['ready', 0x12, 0x12, 0x12, 0x12],
    ['ready', 0x16, 0x12, 0x12, 0x12],
    ['paper-low', 0x12, 0x12, 0x12, 0x1e],
    ['no-paper', 0x1a, 0x32, 0x12, 0x7e],
    ['no-paper', 0x1a, 0x12, 0x12, 0x72],
    ['cover-open', 0x1a, 0x16, 0x12, 0x12],
    ['cover-open', 0x1a, 0x76, 0x1a, 0x7e],
    ['jammed', 0x1a, 0x52, 0x1a, 0x12],
    ['hot', 0x1a, 0x52, 0x52, 0x12],
    ['fault', 0x1a, 0x52, 0x32, 0x12],
    ['fault', 0x1a, 0x52, 0x72, 0x12],
    ['fault', 0x1a, 0x52, 0x12, 0x12],
    ['offline', 0x1a, 0x12, 0x12, 0x12],
  ] as const)('%s by DLE EOT %i %i %i %i', (meaning, one, two, three, four) => {
    expect(readDeviceStatus([one, two, three, four])).toBe(meaning)
  })

  test.each([
    ['ready', 0x10, 0x00, 0x00],
    ['ready', 0x14, 0x00, 0x00],
    ['paper-low', 0x10, 0x00, 0x03],
    ['no-paper', 0x18, 0x00, 0x0f],
    ['cover-open', 0x38, 0x00, 0x0f],
    ['jammed', 0x18, 0x08, 0x00],
    ['hot', 0x18, 0x40, 0x00],
    ['fault', 0x18, 0x20, 0x00],
    ['fault', 0x18, 0x04, 0x00],
    ['offline', 0x18, 0x00, 0x00],
  ] as const)('%s by automatic status %i %i %i', (meaning, one, two, three) => {
    expect(readAutomaticStatus([one, two, three, 0])).toBe(meaning)
  })
})
