import type { SoundStatus } from '../protocol/office-screens.ts'
import type { ClipId } from '../protocol/voice.ts'
import { CHIME_SEC, ringChime } from './chime.ts'
import type { Piece } from './clip-of.ts'
import { type ClipStore, openClipStore, serverClips } from './clip-store.ts'

/** What became of a speech: the words that were heard, the clips that were left out, and how it ended. */
export type Spoken = {
  said: string
  missing: readonly ClipId[]
  ended: 'whole' | 'stopped' | 'silent'
}

/** The voice of a page: one speech at a time. Nothing here throws or rejects, whatever the sound of the machine does. */
export type Player = {
  /** Speaks, after a bell if `chime`; a speech that is under way is stopped for it. Silent unless sound is ready. */
  speak(pieces: readonly Piece[], options?: { chime?: boolean }): Promise<Spoken>
  /** Ends the speech that is under way. */
  stop(): void
  /** How loud, 0 to 1. */
  setVolume(volume: number): void
  has(clip: ClipId): boolean
  /** Reads the list of clips, so that `has` knows them. */
  refresh(): Promise<void>
  /** Tells the status once it is known and at every change, until the returned function is called; `off` after `close`. */
  watch(onStatus: (status: SoundStatus) => void): () => void
  close(): void
}

/** How long a browser may take to start its sound before it counts as blocked, ms. */
const STARTS_WITHIN_MS = 1_500
/** A speech that is not over this long after its length is broken: the clock of the device stands still, ms. */
const LATE_MS = 3_000
/** From the order to the first sound, s: what is scheduled in the past is cut off. */
const LEAD_SEC = 0.05

type Scheduled = { sources: AudioScheduledSourceNode[]; words: string[]; missing: ClipId[]; lengthSec: number }

/** Opens the voice of a page. `clips`: where they come from, the page's own server unless a test has others. */
export const openPlayer = (clips: ClipStore = openClipStore(serverClips, () => performance.now())): Player => {
  const watchers = new Set<(status: SoundStatus) => void>()
  let context: AudioContext | null = null
  let out: GainNode | null = null
  let volume = 1
  let closed = false
  let broken = false
  /** The context has had its time to start. */
  let settled = false
  let settling: ReturnType<typeof setTimeout> | undefined
  let started: Promise<void> = Promise.resolve()
  let told: SoundStatus | null = null
  let turn = 0
  let finish: ((ended: Spoken['ended']) => void) | null = null

  const statusNow = (): SoundStatus | null => {
    if (closed) return 'off'
    if (broken || context === null || context.state === 'closed') return 'broken'
    if (context.state === 'running') return 'ready'
    return settled ? 'blocked' : null
  }
  const tell = (): void => {
    const status = statusNow()
    if (status === null || status === told) return
    told = status
    for (const watcher of watchers) watcher(status)
  }

  const drop = (): void => {
    clearTimeout(settling)
    const old = context
    context = null
    out = null
    old?.close().catch(() => undefined)
  }
  const open = (): void => {
    if (context !== null && context.state !== 'closed') return
    drop()
    settled = false
    try {
      const device = new AudioContext()
      context = device
      out = device.createGain()
      out.connect(device.destination)
      out.gain.value = volume
      started = new Promise((resolve) => {
        const settle = (): void => {
          settled = true
          resolve()
          if (context === device) tell()
        }
        settling = setTimeout(settle, STARTS_WITHIN_MS)
        device.addEventListener('statechange', () => {
          if (device.state === 'running') settle()
          else if (context === device) tell()
        })
        if (device.state === 'running') settle()
      })
    } catch {
      drop()
    }
    tell()
  }
  const resume = (): void => {
    if (!closed) open()
    context?.resume().catch(() => undefined)
  }

  /** Puts every piece on the clock of the device, one right after the other. */
  const schedule = async (pieces: readonly Piece[], chime: boolean, live: () => boolean): Promise<Scheduled | null> => {
    const [device, end] = [context, out]
    if (device === null || end === null) return null
    const heard = await Promise.all(pieces.map((piece) => ('clip' in piece ? clips.get(piece.clip, device) : null)))
    if (!live() || device !== context) return null
    const plan: Scheduled = { sources: [], words: [], missing: [], lengthSec: 0 }
    const startSec = device.currentTime + LEAD_SEC
    let atSec = startSec
    if (chime) {
      plan.sources.push(...ringChime(device, end, atSec))
      atSec += CHIME_SEC
    }
    for (const [i, piece] of pieces.entries()) {
      const found = heard[i]
      if ('pauseMs' in piece) atSec += piece.pauseMs / 1000
      else if (found) {
        const source = device.createBufferSource()
        source.buffer = found.buffer
        source.connect(end)
        source.start(atSec)
        plan.sources.push(source)
        plan.words.push(found.words)
        atSec += found.buffer.duration
      } else plan.missing.push(piece.clip)
    }
    plan.lengthSec = atSec - startSec
    return plan
  }

  const silence = (sources: readonly AudioScheduledSourceNode[]): void => {
    for (const source of sources)
      try {
        source.stop()
      } catch {
        // It had not started, or its device is gone: there is nothing to silence.
      }
  }

  /** Waits until the device's own clock has passed the speech; a wall clock alone would not see a device that hangs. */
  const listen = (device: AudioContext, { lengthSec, sources }: Scheduled): Promise<Spoken['ended']> =>
    new Promise((resolve) => {
      const endSec = device.currentTime + LEAD_SEC + lengthSec
      const late = setTimeout(
        () => {
          broken = true
          finish?.('silent')
          drop()
          tell()
        },
        lengthSec * 1000 + LATE_MS,
      )
      const looking = setInterval(() => {
        if (device.state !== 'running') finish?.('silent')
        else if (device.currentTime >= endSec) {
          broken = false
          finish?.('whole')
          tell()
        }
      }, 40)
      finish = (ended) => {
        finish = null
        clearTimeout(late)
        clearInterval(looking)
        if (ended !== 'whole') silence(sources)
        resolve(ended)
      }
    })

  const speak = async (pieces: readonly Piece[], chime: boolean): Promise<Spoken> => {
    const nothing: Spoken = { said: '', missing: [], ended: 'silent' }
    if (closed) return nothing
    const mine = ++turn
    finish?.('stopped')
    open()
    await Promise.all([started, clips.refresh()])
    if (mine !== turn) return { ...nothing, ended: 'stopped' }
    if (context?.state !== 'running') return nothing
    const plan = await schedule(pieces, chime, () => mine === turn)
    if (mine !== turn) return { ...nothing, ended: 'stopped' }
    if (plan === null || context === null) return nothing
    const ended = await listen(context, plan)
    return { said: ended === 'whole' ? plan.words.join(' ') : '', missing: plan.missing, ended }
  }

  open()
  for (const gesture of ['pointerdown', 'keydown']) window.addEventListener(gesture, resume)

  return {
    async speak(pieces, { chime = false } = {}) {
      try {
        return await speak(pieces, chime)
      } catch {
        broken = true
        drop()
        tell()
        return { said: '', missing: [], ended: 'silent' }
      }
    },
    stop() {
      turn += 1
      finish?.('stopped')
    },
    setVolume(next) {
      volume = next
      if (out !== null) out.gain.value = next
    },
    has: (clip) => clips.has(clip),
    refresh: () => clips.refresh(),
    watch(onStatus) {
      watchers.add(onStatus)
      const status = statusNow()
      if (status !== null) onStatus(status)
      return () => watchers.delete(onStatus)
    },
    close() {
      turn += 1
      for (const gesture of ['pointerdown', 'keydown']) window.removeEventListener(gesture, resume)
      finish?.('stopped')
      drop()
      closed = true
      tell()
      watchers.clear()
    },
  }
}
