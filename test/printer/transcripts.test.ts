import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modelIds } from '../../printer/model.ts'
import { type Probe, probePrinter } from '../../printer/probe/probe-printer.ts'
import { type Said, Transcript } from '../../printer/probe/transcript.ts'
import { hearAnswers, type PrinterAnswer } from '../../printer/read-answers.ts'
import { makeHands } from '../support/hands.ts'
import { modelOf } from './sample-slip.ts'
import { bytesOf, replayLine } from './transcripts/replay-line.ts'

const FOLDER = new URL('./transcripts/', import.meta.url)
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const known = modelIds().map(modelOf)

const read = (name: string): Transcript => Transcript.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))

/** Probes the printer of a transcript once more, with the same person beside it. */
const probeAgain = async (transcript: Transcript): Promise<Probe | null> => {
  const { timers, nowMs, pass } = makeHands()
  const { name, seen } = transcript
  const look = seen === null ? null : async (question: keyof typeof seen) => seen[question] === true
  let probe: Probe | null = null
  const line = replayLine(transcript, timers)
  void probePrinter({ line, timers, nowMs, look, name, known }).then((ended) => {
    probe = ended
  })
  await pass(() => probe !== null, 600_000)
  return probe
}

/** What the printer said, told apart; `pieces` as they came, or the same bytes in other pieces. */
const toldApart = (said: readonly Said[], pieces: (bytes: Uint8Array) => Uint8Array[]): PrinterAnswer[] => {
  let begun: readonly number[] = []
  return said.flatMap((one) => {
    if (one.by === 'host') {
      begun = []
      return []
    }
    return pieces(bytesOf(one)).flatMap((piece) => {
      const heard = hearAnswers(begun, piece, true)
      begun = heard.begun
      return heard.answers
    })
  })
}

describe.each(NAMES)('the printer of %s', (name) => {
  const transcript = read(name)

  test('is known again by what it said', async () => {
    expect((await probeAgain(transcript))?.transcript.profile).toEqual(transcript.profile)
  })

  test('is understood as well in single bytes, and nothing it said is lost', () => {
    const whole = toldApart(transcript.said, (bytes) => [bytes])
    expect(toldApart(transcript.said, (bytes) => [...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
    const bytes = whole.map((answer) => {
      if (answer.kind === 'block') return answer.text.length + 2
      return { status: 1, fence: 1, asb: 4, mouth: 6, done: 7 }[answer.kind]
    })
    const spoken = transcript.said.flatMap((one) => (one.by === 'printer' ? [...bytesOf(one)] : []))
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBe(spoken.length)
  })
})

test("the example of Epson's page on GS ( H is heard as three papers", () => {
  const { said } = read('hand-written-epson-gs-h.json')
  const done = toldApart(said, (bytes) => [bytes]).flatMap((answer) => (answer.kind === 'done' ? answer.id : []))
  expect(done).toEqual(['PRB1', '0001', '0002', '0003'])
})

test('a printer that says something else is another one', async () => {
  const transcript = read('epson-tm-t82x.json')
  const said = transcript.said.filter(({ by, bytes }) => by === 'host' || !bytes.startsWith('37 22'))
  expect((await probeAgain({ ...transcript, said }))?.transcript.profile.processId).toBe(false)
})
