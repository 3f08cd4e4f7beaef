// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openChime } from '../../display/chime.ts'

/** The part of a browser's sound that the bell uses: it notes when tones start. */
class SilentAudio extends EventTarget {
  static state = 'running'
  static started: number[] = []
  currentTime = 5
  destination = {}
  get state() {
    return SilentAudio.state
  }
  createOscillator() {
    return {
      frequency: { value: 0 },
      connect: () => ({ connect: () => undefined }),
      start: (atSec: number) => SilentAudio.started.push(atSec),
      stop: () => undefined,
    }
  }
  createGain() {
    return { gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined } }
  }
  async resume() {
    SilentAudio.state = 'running'
    this.dispatchEvent(new Event('statechange'))
  }
  async close() {}
}

const blockedNow = (): { told: boolean[]; chime: ReturnType<typeof openChime> } => {
  const told: boolean[] = []
  const chime = openChime()
  chime.watch((blocked) => told.push(blocked))
  return { told, chime }
}

beforeEach(() => {
  vi.useFakeTimers()
  SilentAudio.state = 'running'
  SilentAudio.started = []
  vi.stubGlobal('AudioContext', SilentAudio)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the bell', () => {
  test('two tones sound for each call, one bell after the other', () => {
    const { chime } = blockedNow()
    chime.ring(2)
    expect(SilentAudio.started).toHaveLength(4)
    expect([...SilentAudio.started].sort((a, b) => a - b)).toEqual(SilentAudio.started)
    expect(SilentAudio.started[0]).toBe(5)
    chime.close()
  })

  test('a blocked bell stays silent, says so, and does not make up for it later', () => {
    SilentAudio.state = 'suspended'
    const { told, chime } = blockedNow()
    expect(told).toEqual([false])
    vi.advanceTimersByTime(2000)
    expect(told.at(-1)).toBe(true)
    chime.ring(1)
    window.dispatchEvent(new Event('pointerdown'))
    expect(told.at(-1)).toBe(false)
    expect(SilentAudio.started).toEqual([])
    chime.ring(1)
    expect(SilentAudio.started).toHaveLength(2)
    chime.close()
  })

  test('a browser without sound leaves the screen running and says so', () => {
    vi.stubGlobal('AudioContext', undefined)
    const { told, chime } = blockedNow()
    vi.advanceTimersByTime(2000)
    expect(told.at(-1)).toBe(true)
    expect(() => chime.ring(1)).not.toThrow()
    chime.close()
  })
})
