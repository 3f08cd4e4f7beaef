/** What a phone can do besides its picture: shake, and sound once a touch has allowed it. */
export type Alarm = {
  /** Allows sound from now on; call it from a touch. */
  arm(): void
  /** Shakes, and sounds if armed. A phone that can do neither stays quiet. */
  ring(): void
}

/** Three pulses with pauses, ms. */
const SHAKES = [400, 200, 400, 200, 400]
const TONES_HZ = [659.26, 523.25, 659.26, 523.25]
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
    ring() {
      if ('vibrate' in navigator) navigator.vibrate(SHAKES)
      if (context?.state !== 'running') return
      for (const [i, hz] of TONES_HZ.entries()) {
        const startSec = context.currentTime + i * TONE_SEC
        const tone = context.createOscillator()
        const volume = context.createGain()
        tone.frequency.value = hz
        volume.gain.setValueAtTime(0.4, startSec)
        volume.gain.exponentialRampToValueAtTime(0.0001, startSec + TONE_SEC)
        tone.connect(volume).connect(context.destination)
        tone.start(startSec)
        tone.stop(startSec + TONE_SEC)
      }
    },
  }
}
