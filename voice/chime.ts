/** Two soft tones, a falling third (E5, C5): each with its start and length in seconds from the bell's start. */
const TONES = [
  { hz: 659.26, startSec: 0, lengthSec: 0.7 },
  { hz: 523.25, startSec: 0.42, lengthSec: 1.1 },
] as const
/** From the bell to the first word, s: the second tone is still fading away. */
export const CHIME_SEC = 1.3
const LOUDNESS = 0.4

/** Rings the bell of a call at `atSec` of the context's clock, and answers what stops it. */
export const ringChime = (context: BaseAudioContext, out: AudioNode, atSec: number): AudioScheduledSourceNode[] =>
  TONES.map(({ hz, startSec, lengthSec }) => {
    const from = atSec + startSec
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = hz
    volume.gain.setValueAtTime(0.0001, from)
    volume.gain.exponentialRampToValueAtTime(LOUDNESS, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + lengthSec)
    tone.connect(volume).connect(out)
    tone.start(from)
    tone.stop(from + lengthSec)
    return tone
  })
