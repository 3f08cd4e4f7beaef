// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SoundStatus } from '../../protocol/office-screens.ts'
import { CHIME_SEC } from '../../voice/chime.ts'
import { clipOf, type Piece } from '../../voice/clip-of.ts'
import { openPlayer, type Player, type Spoken } from '../../voice/player.ts'
import { makeClips, makeFakeAudio } from './fake-audio.ts'

let audio: ReturnType<typeof makeFakeAudio>
let player: Player | null = null
beforeEach(() => {
  vi.useFakeTimers()
  audio = makeFakeAudio()
  vi.stubGlobal('AudioContext', audio.FakeContext)
})
afterEach(() => {
  player?.close()
  player = null
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const say = (...words: (string | number)[]): Piece[] =>
  words.map((word) => (typeof word === 'number' ? { pauseMs: word } : { clip: clipOf('id', word) }))

const WORDS = ['nomor', 'satu', 'dua', 'loket', 'broken', 'slow']
const open = (words: readonly string[] = WORDS) => {
  const clips = makeClips(words)
  const voice = openPlayer(clips.store)
  player = voice
  const statuses: SoundStatus[] = []
  voice.watch((status) => statuses.push(status))
  /** Speaks and lets the time pass that it takes. */
  const hear = async (pieces: Piece[], options?: { chime?: boolean }): Promise<Spoken> => {
    const speech = voice.speak(pieces, options)
    await vi.advanceTimersByTimeAsync(15_000)
    return await speech
  }
  return { ...clips, player: voice, statuses, hear }
}
const starts = () => audio.sounds.filter(({ what }) => what === 'clip').map(({ atSec }) => Math.round(atSec * 1000))

describe('a speech', () => {
  test('plays clip after clip without a gap, and pauses as long as it was told', async () => {
    const { hear, statuses } = open()
    const spoken = await hear(say('nomor', 'satu', 250, 'dua', 'loket'))
    expect(spoken).toEqual({ said: 'nomor satu dua loket', missing: [], ended: 'whole' })
    const [first = 0, ...others] = starts()
    expect(others.map((at) => at - first)).toEqual([500, 1250, 1750])
    expect(statuses).toEqual(['ready'])
  })

  test('begins after the bell', async () => {
    const { hear } = open()
    await hear(say('nomor'), { chime: true })
    expect(audio.sounds.map(({ what }) => what)).toEqual(['tone', 'tone', 'clip'])
    const [low, , clip] = audio.sounds
    expect((clip?.atSec ?? 0) - (low?.atSec ?? 0)).toBeCloseTo(CHIME_SEC)
  })

  test('may be the bell alone', async () => {
    expect(await open().hear([], { chime: true })).toEqual({ said: '', missing: [], ended: 'whole' })
    expect(audio.sounds).toHaveLength(2)
  })

  test('leaves out clips that are missing, broken or do not come, and names them', async () => {
    const spoken = await open().hear(say('nomor', 'nirgendwo', 'broken', 'slow', 'dua'))
    expect(spoken).toEqual({
      ...{ said: 'nomor dua', ended: 'whole' },
      missing: ['id/nirgendwo', 'id/broken', 'id/slow'],
    })
    const [first = 0, second] = starts()
    expect(second).toBe(first + 500)
  })

  test('is stopped by the next one, which alone is heard', async () => {
    const { player: voice } = open()
    const first = voice.speak(say('nomor', 5_000, 'satu'))
    await vi.advanceTimersByTimeAsync(1_000)
    const second = voice.speak(say('dua'))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await first).toEqual({ said: '', missing: [], ended: 'stopped' })
    expect(await second).toEqual({ said: 'dua', missing: [], ended: 'whole' })
    expect(audio.sounds.map(({ stopped }) => stopped)).toEqual([true, true, false])
  })

  test('can be stopped, also before its clips came', async () => {
    const { player: voice } = open()
    const early = voice.speak(say('slow'))
    voice.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await early).ended).toBe('stopped')
    expect(audio.sounds).toEqual([])
  })

  test('is as loud as was told, before and after', async () => {
    const { player: voice } = open()
    voice.setVolume(0.5)
    expect(audio.volumes[0]?.value).toBe(0.5)
  })

  test('reads the list once, and each clip once', async () => {
    const { hear, loaded, listed } = open()
    await hear(say('nomor', 'satu'))
    await hear(say('satu', 'nomor'))
    expect(listed()).toBe(1)
    expect(loaded).toEqual(['id/nomor.ogg', 'id/satu.ogg'])
    vi.setSystemTime(Date.now() + 11 * 60_000)
    await hear(say('nomor'))
    expect(listed()).toBe(2)
  })

  test('keeps no more sound than the memory of a small machine holds', async () => {
    const many = Array.from({ length: 260 }, (_, i) => `kata-${i}`)
    const { hear, loaded } = open(many)
    for (const word of many) await hear(say(word))
    await hear(say('kata-259'))
    expect(loaded).toHaveLength(260)
    await hear(say('kata-0'))
    expect(loaded).toHaveLength(261)
  })

  test('of a server that is away is silent, and the next one is heard when it is back', async () => {
    const { hear, clips } = open()
    clips.listed = false
    expect(await hear(say('nomor'))).toEqual({ said: '', missing: ['id/nomor'], ended: 'whole' })
    clips.listed = true
    expect((await hear(say('nomor'))).said).toBe('nomor')
  })
})

describe('a machine whose sound does not work', () => {
  test('a blocked browser says so, stays silent, and speaks after a touch; what was missed is not made up for', async () => {
    audio.device.state = 'suspended'
    const { hear, statuses } = open()
    expect(statuses).toEqual([])
    expect(await hear(say('nomor'))).toEqual({ said: '', missing: [], ended: 'silent' })
    expect(statuses).toEqual(['blocked'])
    audio.device.state = 'running'
    window.dispatchEvent(new Event('pointerdown'))
    expect(statuses).toEqual(['blocked', 'ready'])
    expect((await hear(say('dua'))).said).toBe('dua')
    expect(starts()).toHaveLength(1)
  })

  test('a device that starts a little later is waited for', async () => {
    audio.device.state = 'suspended'
    const { player: voice, statuses } = open()
    const speech = voice.speak(say('nomor'))
    await vi.advanceTimersByTimeAsync(500)
    audio.contexts[0]?.become('running')
    await vi.advanceTimersByTimeAsync(3_000)
    expect((await speech).said).toBe('nomor')
    expect(statuses).toEqual(['ready'])
  })

  test('a device whose clock stands still counts as broken three seconds after the speech, and the next is tried anew', async () => {
    audio.device.stuck = true
    const { player: voice, statuses, hear } = open()
    const speech = voice.speak(say('nomor', 500, 'satu'))
    await vi.advanceTimersByTimeAsync(4_000)
    expect(statuses).toEqual(['ready'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await speech).ended).toBe('silent')
    expect(statuses).toEqual(['ready', 'broken'])
    audio.device.stuck = false
    expect((await hear(say('dua'))).said).toBe('dua')
    expect(statuses).toEqual(['ready', 'broken', 'ready'])
    expect(audio.contexts).toHaveLength(2)
  })

  test('a browser without sound is broken, and nothing throws', async () => {
    vi.stubGlobal('AudioContext', undefined)
    const { hear, statuses } = open()
    expect((await hear(say('nomor'), { chime: true })).ended).toBe('silent')
    expect(statuses).toEqual(['broken'])
  })

  test('a context that cannot be opened is broken, and is tried again with the next speech', async () => {
    audio.device.throws = 'opened'
    const { hear, statuses } = open()
    expect((await hear(say('nomor'))).ended).toBe('silent')
    expect(statuses).toEqual(['broken'])
    audio.device.throws = 'nowhere'
    expect((await hear(say('nomor'))).said).toBe('nomor')
    expect(statuses.at(-1)).toBe('ready')
  })

  test('a device that fails in the middle is broken, and the speech ends', async () => {
    audio.device.throws = 'played'
    const { hear, statuses } = open()
    expect((await hear(say('nomor'))).ended).toBe('silent')
    expect(statuses).toEqual(['ready', 'broken'])
  })

  test.each(['suspended', 'closed'] as const)('a context that is %s while it speaks ends the speech', async (state) => {
    const { player: voice, statuses } = open()
    const speech = voice.speak(say('nomor', 5_000, 'satu'))
    await vi.advanceTimersByTimeAsync(1_000)
    audio.contexts[0]?.become(state)
    await vi.advanceTimersByTimeAsync(200)
    expect((await speech).ended).toBe('silent')
    expect(statuses.at(-1)).toBe(state === 'suspended' ? 'blocked' : 'broken')
  })

  test('a voice that was closed is off and says nothing', async () => {
    const { player: voice, statuses, hear } = open()
    voice.close()
    expect((await hear(say('nomor'))).ended).toBe('silent')
    expect(statuses).toEqual(['ready', 'off'])
    expect(audio.sounds).toEqual([])
  })
})
