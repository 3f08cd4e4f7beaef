/** What a phone can do besides its picture: shake, and sound once a touch has allowed it. */
export type Alarm = {
  /** Allows sound from now on; call it from a touch. */
  arm(): void
  /** Shakes, and sounds if armed; softly when it is only time to come near. A phone that can do neither stays quiet. */
  ring(alarm: 'call' | 'near'): void
}

/** Pulses and pauses in ms, tones in Hz, and how loud (1 is all the phone has). */
const WAYS = {
  call: { shakes: [400, 200, 400, 200, 400], tonesHz: [659.26, 523.25, 659.26, 523.25], volume: 0.4 },
  near: { shakes: [150], tonesHz: [523.25, 659.26], volume: 0.15 },
} as const
const TONE_SEC = 0.45

/** Makes the alarm; nothing sounds before `arm`. */
export const makeAlarm = (): Alarm => {
  let context: AudioContext | null = null
  return {
    arm() {
      if (typeof AudioContext === 'undefined') return
      context ??= new AudioContext()
      void context.resume()
    },
    ring(alarm) {
      const { shakes, tonesHz, volume: loud } = WAYS[alarm]
      if ('vibrate' in navigator) navigator.vibrate([...shakes])
      if (context?.state !== 'running') return
      for (const [i, hz] of tonesHz.entries()) {
        const startSec = context.currentTime + i * TONE_SEC
        const tone = context.createOscillator()
        const volume = context.createGain()
        tone.frequency.value = hz
        volume.gain.setValueAtTime(loud, startSec)
        volume.gain.exponentialRampToValueAtTime(0.0001, startSec + TONE_SEC)
        tone.connect(volume).connect(context.destination)
        tone.start(startSec)
        tone.stop(startSec + TONE_SEC)
      }
    },
  }
}
