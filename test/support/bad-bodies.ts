import fc from 'fast-check'
import { Command } from '../../protocol/commands.ts'
import { sampleOf } from './sample-of.ts'

/** A valid body of every command, as JSON. */
const BODIES = Command.options.map((option) => JSON.stringify(sampleOf(option)))

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const STRANGE = [
  ...[
    'null',
    '[]',
    '{}',
    '""',
    '-0',
    '1e999',
    '9007199254740993',
    '1e-400',
    'true',
    '"\\u0000"',
    '"\\ud800"',
    '[[[]]]',
  ],
  ...[
    '{"__proto__":{"role":"console"}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '"__proto__"',
    nested(12),
    nested(200),
  ],
  ...[
    '"<script>"',
    '"{{7*7}}"',
    '"\' OR 1=1--"',
    '"../../etc/passwd"',
    '"=cmd|calc"',
    '"\\u202e"',
    `"${'x'.repeat(5_000)}"`,
  ],
]
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'role', 'sender', 'at', 'type', '']

/** One value of a JSON object, put in another's place; the text stays JSON. */
const swapValue = (body: string, nth: number, by: string): string => {
  const spots = [...body.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d+|true|false|null|\{\}|\[\])/g)]
  const spot = spots[nth % Math.max(1, spots.length)]
  if (spot?.[1] === undefined) return body
  const from = spot.index + 1
  return body.slice(0, from) + by + body.slice(from + spot[1].length)
}

const addKey = (body: string, key: string, value: string): string => `{${JSON.stringify(key)}:${value},${body.slice(1)}`

/**
 * Bodies that are no command, or hardly: valid ones with a value, a key or some letters changed, keys of prototypes and keys
 * twice, deep and long ones, and plain nonsense. Each is a text, which may be no JSON.
 */
export const badBody: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...BODIES), fc.nat(9), fc.constantFrom(...STRANGE))
      .map(([body, nth, by]) => swapValue(body, nth, by)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...BODIES), fc.constantFrom(...KEYS), fc.constantFrom(...STRANGE))
      .map(([body, key, value]) => addKey(body, key, value)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...BODIES), fc.nat(200), fc.string({ unit: 'binary', maxLength: 4 }))
      .map(([body, at, by]) => body.slice(0, at % body.length) + by + body.slice((at % body.length) + 1)),
  },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
)

/** The value of a text that is JSON; the text itself where it is none. */
export const readValue = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (trouble) {
    if (trouble instanceof SyntaxError) return text
    throw trouble
  }
}
