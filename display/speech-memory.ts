import { z } from 'zod'
import { NOTHING_SAID, type SpeechMemory } from './choose-speech.ts'

const KEY = 'antrean-said'

const Memory = z.strictObject({
  day: z.string().nullable(),
  heardNo: z.int().nullable(),
  owed: z.array(z.int()),
  begun: z.array(z.strictObject({ number: z.string(), counter: z.int(), at: z.int() })),
  noticed: z.array(z.string()),
})

/** What this tab had said before it was reloaded; nothing where it cannot be read. */
export const readMemory = (): SpeechMemory => {
  try {
    return Memory.parse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
  } catch {
    return NOTHING_SAID
  }
}

/** Keeps what was said for a reload of this tab; a browser that keeps nothing only loses that. */
export const keepMemory = (memory: SpeechMemory): void => {
  try {
    const text = JSON.stringify(memory)
    if (sessionStorage.getItem(KEY) !== text) sessionStorage.setItem(KEY, text)
  } catch {
    // Full or forbidden: the voice goes on without a memory.
  }
}
