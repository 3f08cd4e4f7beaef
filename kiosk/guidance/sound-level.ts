/** How loud the screens are also said. */
export type SoundLevel = 'off' | 'on' | 'loud'

/** How loud each level plays, 0 to 1; the clips are made so that 1 does not distort. */
export const VOLUME: Record<SoundLevel, number> = { off: 0, on: 0.45, loud: 1 }

const NEXT: Record<SoundLevel, SoundLevel> = { off: 'on', on: 'loud', loud: 'off' }

/** What the sound button brings: off, on, louder, off. */
export const nextLevel = (level: SoundLevel): SoundLevel => NEXT[level]

/** Headphones came or went: whoever plugs them in is spoken to, and nothing is left to be heard in the hall. */
export const levelWith = (level: SoundLevel, plugged: boolean): SoundLevel =>
  plugged ? (level === 'off' ? 'on' : level) : 'off'
