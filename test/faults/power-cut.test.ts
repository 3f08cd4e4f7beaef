import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Recording, recordOffice, replay } from '../support/disk/replay.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.warn('POWER CUT: strace is missing, so no power was cut. Install it to run these tests.')

const seed = Number(process.env.ANTREAN_SEED ?? Date.now() % 1_000_000)

describe.runIf(hasStrace || process.env.CI)(`a power cut at any write (ANTREAN_SEED=${seed} repeats it)`, () => {
  let recording: Recording
  beforeAll(async () => {
    recording = await recordOffice()
  }, 120_000)

  test('leaves everything that was acknowledged, and documents that are old or new', {
    tags: ['F6', 'F7', 'D1'],
    timeout: 600_000,
  }, async (context) => {
    const { states, reasons, kept } = await replay(recording, { states: howMany(200, 10_500), seed })
    expect(reasons).toEqual([])
    expect(kept).toBe(states)
    expect(states).toBeGreaterThanOrEqual(howMany(200, 10_000))
    keepFigure(context, `${states.toLocaleString('en')} states, 0 lost`)
  })

  test('on a disk that lies about every sync leaves an office that is refused, or whole as it was earlier', {
    tags: ['F8'],
    timeout: 120_000,
  }, async (context) => {
    const { states, kept, older, refused, wrong } = await replay(recording, {
      ...{ states: howMany(60, 1_000), seed },
      drops: () => true,
    })
    expect(wrong).toBe(0)
    expect(refused).toBeGreaterThan(0)
    keepFigure(context, `${states} states: ${kept} whole, ${refused} found out, ${older} as earlier, 0 mixed`)
  })

  test.each([
    ['the log is not synced with a command (synchronous=NORMAL)', (path: string) => path.endsWith('-wal'), 'older'],
    ['a document is not synced before it is renamed', (path: string) => path.endsWith('.tmp'), 'refused'],
    ['the folder is not synced after a rename', (path: string) => path === recording.folder, 'older'],
  ] as const)(
    'is found to lose something where %s',
    { tags: ['F6', 'F7'], timeout: 120_000 },
    async (_name, drops, what) => {
      const found = await replay(recording, { states: howMany(40, 400), seed, drops })
      expect(found[what]).toBeGreaterThan(0)
      expect(found.kept).toBeLessThan(found.states)
    },
  )
})
