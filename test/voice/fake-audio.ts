import { clipOf } from '../../voice/clip-of.ts'
import { type ClipSource, openClipStore } from '../../voice/clip-store.ts'

/** What a device does wrong: its clock stands still, it will not start, or it throws where it may not. */
export type Device = { state: AudioContextState; stuck: boolean; throws: 'nowhere' | 'opened' | 'played' }

/** A sound that was put on the clock of the device: from when, how long, and whether it was cut off. */
export type Sound = { what: 'tone' | 'clip'; atSec: number; lengthSec: number; stopped: boolean }

/**
 * The part of a browser's sound that the player uses. Its clock runs with `Date`, which a test moves. `sounds`: everything
 * that was put on the clock of any context, in order.
 */
export const makeFakeAudio = () => {
  const device: Device = { state: 'running', stuck: false, throws: 'nowhere' }
  const sounds: Sound[] = []
  const contexts: FakeContext[] = []
  const volumes: { value: number }[] = []

  class FakeContext extends EventTarget {
    destination = {}
    openedAt = Date.now()
    state: AudioContextState = device.state
    constructor() {
      super()
      if (device.throws === 'opened') throw new Error('no device')
      contexts.push(this)
    }
    get currentTime() {
      return device.stuck ? 5 : 5 + (Date.now() - this.openedAt) / 1000
    }
    become(state: AudioContextState) {
      this.state = state
      this.dispatchEvent(new Event('statechange'))
    }
    createGain() {
      const gain = { value: 1, setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }
      volumes.push(gain)
      return { gain, connect: () => undefined }
    }
    createOscillator() {
      const sound: Sound = { what: 'tone', atSec: 0, lengthSec: 0, stopped: false }
      return {
        frequency: { value: 0 },
        connect: (next: unknown) => next,
        start: (atSec: number) => void sounds.push(Object.assign(sound, { atSec })),
        stop: (atSec?: number) => {
          if (atSec === undefined) sound.stopped = true
          else sound.lengthSec = atSec - sound.atSec
        },
      }
    }
    createBufferSource() {
      const sound: Sound = { what: 'clip', atSec: 0, lengthSec: 0, stopped: false }
      const source = {
        buffer: { duration: 0 },
        connect: () => undefined,
        start: (atSec: number) => {
          if (device.throws === 'played') throw new Error('device gone')
          sounds.push(Object.assign(sound, { atSec, lengthSec: source.buffer.duration }))
        },
        stop: () => {
          sound.stopped = true
        },
      }
      return source
    }
    async decodeAudioData(bytes: ArrayBuffer) {
      if (bytes.byteLength === 0) throw new Error('not a sound')
      return { duration: bytes.byteLength / 1000 }
    }
    async resume() {
      if (device.state === 'running' && this.state === 'suspended') this.become('running')
    }
    async close() {
      this.become('closed')
    }
  }
  return { device, sounds, contexts, volumes, FakeContext }
}

/** Clips of half a second by their words; `broken` cannot be decoded, `slow` never comes. `loaded`: what was asked for. */
export const makeClips = (words: readonly string[]) => {
  const loaded: string[] = []
  let lists = 0
  const clips = { listed: true }
  const source: ClipSource = {
    async list() {
      lists += 1
      if (!clips.listed) throw new Error('server away')
      return Object.fromEntries(
        words.map((word, i) => [
          clipOf('id', word),
          {
            ...{ words: word, file: `${clipOf('id', word)}.ogg`, ms: 500, engine: 'test' },
            sha256: String(i).padStart(64, '0'),
          },
        ]),
      )
    },
    load(file) {
      loaded.push(file)
      if (file.includes('slow')) return new Promise(() => undefined)
      return Promise.resolve(new ArrayBuffer(file.includes('broken') ? 0 : 500))
    },
  }
  return { clips, loaded, listed: () => lists, store: openClipStore(source, () => Date.now()) }
}
