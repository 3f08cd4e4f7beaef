/** The bell of a display. */
export type Chime = {
  /** Sounds the bell so many times, one after the other. Silent while the browser blocks sound: a late bell misleads. */
  ring(times: number): void
  /** Tells whether sound is blocked, now and at every change, until the returned function is called. */
  watch(onBlocked: (blocked: boolean) => void): () => void
  close(): void
}

/** Two soft tones, a falling third (E5, C5): each with its start and length in seconds from the bell's start. */
const TONES = [
  { hz: 659.26, startSec: 0, lengthSec: 0.7 },
  { hz: 523.25, startSec: 0.42, lengthSec: 1.1 },
] as const
const BELL_SEC = 1.7
const LOUDNESS = 0.4

/** How long a browser may take to start its sound before the screen says that it is blocked, ms. */
const STARTS_WITHIN_MS = 1500

const soundTone = (context: AudioContext, hz: number, atSec: number, lengthSec: number): void => {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = hz
  volume.gain.setValueAtTime(0.0001, atSec)
  volume.gain.exponentialRampToValueAtTime(LOUDNESS, atSec + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, atSec + lengthSec)
  tone.connect(volume).connect(context.destination)
  tone.start(atSec)
  tone.stop(atSec + lengthSec)
}

/** Opens the bell. Any touch or key unblocks it where the browser asks for one. */
export const openChime = (): Chime => {
  const context = typeof AudioContext === 'undefined' ? null : new AudioContext()
  const watchers = new Set<(blocked: boolean) => void>()
  let settled = false
  let freeFromSec = 0

  const tell = (): void => {
    if (context?.state === 'running') settled = true
    for (const watcher of watchers) watcher(settled && context?.state !== 'running')
  }
  const settle = (): void => {
    settled = true
    tell()
  }
  const resume = (): void => void context?.resume()
  const timer = setTimeout(settle, STARTS_WITHIN_MS)
  context?.addEventListener('statechange', tell)
  for (const gesture of ['pointerdown', 'keydown']) window.addEventListener(gesture, resume)

  return {
    ring(times) {
      if (context?.state !== 'running') return
      for (let i = 0; i < times; i += 1) {
        const startSec = Math.max(context.currentTime, freeFromSec)
        for (const { hz, startSec: afterSec, lengthSec } of TONES)
          soundTone(context, hz, startSec + afterSec, lengthSec)
        freeFromSec = startSec + BELL_SEC
      }
    },
    watch(onBlocked) {
      watchers.add(onBlocked)
      tell()
      return () => watchers.delete(onBlocked)
    },
    close() {
      clearTimeout(timer)
      for (const gesture of ['pointerdown', 'keydown']) window.removeEventListener(gesture, resume)
      void context?.close()
    },
  }
}
