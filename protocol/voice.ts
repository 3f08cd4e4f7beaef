import { z } from 'zod'

/**
 * A clip by its language and its words in small letters, hyphens between: `id/silakan-menuju-loket`. It is also the name of
 * its file below a voice folder, so nothing in it can lead out of that folder.
 */
export const ClipId = z
  .string()
  .max(80)
  .regex(/^(?:id|en)\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
export type ClipId = z.infer<typeof ClipId>

/** Files that browsers decode, the one that is preferred first. */
export const CLIP_ENDINGS = ['ogg', 'opus', 'mp3', 'm4a', 'wav'] as const

/** What a voice folder holds of one clip. */
export const Clip = z.strictObject({
  /** What is said, as it would be written. */
  words: z.string().min(1),
  /** The file below the folder, `id/nol.ogg`. */
  file: z.string().regex(new RegExp(`^(?:id|en)/[a-z0-9-]+\\.(?:${CLIP_ENDINGS.join('|')})$`)),
  /** Its length, ms; null where nobody measured it. */
  ms: z.int().min(1).nullable(),
  /** Changes with the content of the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What spoke: a program with its version and voice, or `recording`. */
  engine: z.string().min(1),
})
export type Clip = z.infer<typeof Clip>

/** All clips of a voice folder, by their ids. */
export const VoiceManifest = z.record(ClipId, Clip)
export type VoiceManifest = z.infer<typeof VoiceManifest>
