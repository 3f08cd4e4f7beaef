import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clip } from '../../protocol/voice.ts'
import { clipOf, type Lang } from '../clip-of.ts'
import type { Phrase } from './all-phrases.ts'
import { type Filter, filtered } from './filter.ts'
import { spellOut } from './lexicon.ts'

/** Samples per second of espeak-ng. */
const RATE = 22_050
/** Voices and words per minute that stay clear in a loud hall: bright, with most of their sound between 1 and 4 kHz. */
const VOICES: Record<Lang, { voice: string; wordsPerMin: number }> = {
  id: { voice: 'id+f3', wordsPerMin: 135 },
  en: { voice: 'en-gb+f3', wordsPerMin: 140 },
}
/** Less boom, more consonants. */
const CLARITY: readonly Filter[] = [
  { type: 'highpass', hz: 110, q: 0.7, db: 0 },
  { type: 'lowshelf', hz: 220, q: 0.7, db: -3 },
  { type: 'peak', hz: 2_800, q: 0.9, db: 4 },
]
/** Loudness of the parts in which somebody speaks, dBFS; peaks are bent from `KNEE` on and end below `KNEE + ROOM`. */
const LOUDNESS_DB = -19
const KNEE = 0.6
const ROOM = 0.2
/** Frames this much below the loudest are silence, dB; below the next they do not count for the loudness. */
const SILENCE_DB = -38
const SPEAKING_DB = -22
const FRAME = Math.round(RATE / 100)
const FADE_IN = RATE * 0.004
const FADE_OUT = RATE * 0.02

const run = (program: string, args: readonly string[], input: Buffer | string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const child = execFile(program, args, { encoding: 'buffer', maxBuffer: 1 << 26 }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
    // A program that has ended does not read; how it ended is told above.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })

/** The version of espeak-ng on this machine, `1.51`; null when it or opusenc is not there. */
export const findEngine = async (): Promise<string | null> => {
  try {
    await run('opusenc', ['--version'], '')
    return /[\d.]+\d/.exec((await run('espeak-ng', ['--version'], '')).toString())?.[0] ?? null
  } catch {
    return null
  }
}

const decibels = (samples: Float64Array): number =>
  10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 1e-12) / Math.max(1, samples.length))

/** The samples of a 16-bit mono WAV file whose header a program wrote into a pipe, so that its lengths mean nothing. */
const samplesOf = (wav: Buffer): Float64Array => {
  const from = wav.indexOf('data') + 8
  return Float64Array.from(
    { length: Math.floor((wav.length - from) / 2) },
    (_, i) => wav.readInt16LE(from + i * 2) / 32_768,
  )
}

/** Cuts the silence off both ends, brings the voice to one loudness, softens the cuts and bends the highest peaks. */
const shape = (all: Float64Array): Float64Array => {
  const frames = Array.from({ length: Math.ceil(all.length / FRAME) }, (_, i) =>
    decibels(all.subarray(i * FRAME, (i + 1) * FRAME)),
  )
  const loudest = Math.max(...frames)
  const first = frames.findIndex((level) => level > loudest + SILENCE_DB)
  const last = frames.findLastIndex((level) => level > loudest + SILENCE_DB)
  const kept = all.slice(Math.max(0, first - 1) * FRAME, (last + 3) * FRAME)
  const speaking = frames.filter((level) => level > loudest + SPEAKING_DB).map((level) => 10 ** (level / 10))
  const level = 10 * Math.log10(speaking.reduce((sum, power) => sum + power, 0) / speaking.length)
  const gain = 10 ** ((LOUDNESS_DB - level) / 20)
  return kept.map((sample, i) => {
    const wanted = sample * gain * Math.min(1, i / FADE_IN, (kept.length - 1 - i) / FADE_OUT)
    const over = Math.abs(wanted) - KNEE
    return over <= 0 ? wanted : Math.sign(wanted) * (KNEE + ROOM * Math.tanh(over / ROOM))
  })
}

/** Changes whenever the same words would sound different. */
const recipeOf = (spoken: string): string =>
  createHash('sha256')
    .update(JSON.stringify([spoken, VOICES, CLARITY, LOUDNESS_DB, KNEE, ROOM, SILENCE_DB, SPEAKING_DB]))
    .digest('hex')
    .slice(0, 8)

const spokenOf = ({ lang, words, spoken = words }: Phrase): string => (lang === 'id' ? spellOut(spoken) : spoken)

/** What the manifest says of the engine of a phrase: `espeak-ng 1.51 id+f3`, and the hash of its recipe. */
export const engineOf = (phrase: Phrase, version: string): string =>
  `espeak-ng ${version} ${VOICES[phrase.lang].voice} #${recipeOf(spokenOf(phrase))}`

/** Speaks a phrase and writes its clip below `folder`: Ogg Opus, mono, 24 kbit/s; the same bytes for the same recipe. */
export const renderClip = async (phrase: Phrase, version: string, folder: string): Promise<Clip> => {
  const { lang, words } = phrase
  const { voice, wordsPerMin } = VOICES[lang]
  const speech = await run(
    'espeak-ng',
    ['-v', voice, '-s', String(wordsPerMin), '--stdin', '--stdout'],
    spokenOf(phrase),
  )
  const samples = shape(CLARITY.reduce(filtered, samplesOf(speech)))
  const pcm = Buffer.alloc(samples.length * 2)
  for (const [i, sample] of samples.entries()) pcm.writeInt16LE(Math.round(sample * 32_767), i * 2)
  const opus = await run(
    'opusenc',
    [
      ...['--quiet', '--raw', '--raw-rate', String(RATE), '--raw-chan', '1', '--bitrate', '24', '--framesize', '40'],
      // The serial number is chance otherwise, and every run would write other bytes.
      ...['--serial', '1', '--discard-comments', '--padding', '0', '-', '-'],
    ],
    pcm,
  )
  const file = `${clipOf(lang, words)}.ogg`
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), opus)
  return {
    words,
    file,
    ms: Math.round((samples.length * 1000) / RATE),
    sha256: createHash('sha256').update(opus).digest('hex'),
    engine: engineOf(phrase, version),
  }
}
