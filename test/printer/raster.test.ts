import fc from 'fast-check'
import { test } from 'vitest'
import { rasterCommands } from '../../printer/raster.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'

test('no picture holds two bytes that a printer would take for a real-time command', { tags: ['P2'] }, (context) => {
  const numRuns = howMany(1_000, 50_000)
  // The bytes that matter are as common as the others together.
  const byte = fc.oneof(fc.constantFrom(0x10, 0x04, 0x05, 0x14), fc.integer({ min: 0, max: 255 }))
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 72 }), fc.integer({ min: 1, max: 40 }))
    .chain(([bytes, rows]) =>
      fc
        .array(fc.array(byte, { minLength: bytes, maxLength: bytes }), { minLength: rows, maxLength: rows })
        .map((lines) => ({ bytes, rows: lines.map((line) => Uint8Array.from(line)) })),
    )
  fc.assert(
    fc.property(picture, (raster) => {
      const sent = rasterCommands(raster)
      return sent.every((one, i) => one !== 0x10 || ![0x04, 0x05, 0x14].includes(sent[i + 1] ?? 0))
    }),
    { numRuns },
  )
  keepInputs(context, numRuns)
})
