import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClipId, VoiceManifest } from '../../protocol/voice.ts'
import type { Lang, Piece } from '../../voice/clip-of.ts'

/** The clips that ship with the product. */
export const SHIPPED_DIR = join(import.meta.dirname, '../../voice/clips')
export const SHIPPED: VoiceManifest = VoiceManifest.parse(
  JSON.parse(readFileSync(join(SHIPPED_DIR, 'manifest.json'), 'utf8')),
)
export const hasShipped = (clip: ClipId): boolean => SHIPPED[clip] !== undefined

/** What is heard: the words of the clips as the list has them, `?` for one that is not there. */
export const heard = (pieces: readonly Piece[]): string =>
  pieces.flatMap((piece) => ('clip' in piece ? [SHIPPED[piece.clip]?.words ?? `?${piece.clip}`] : [])).join(' ')

/** The languages of a speech, in the order in which they are heard. */
export const languagesOf = (pieces: readonly Piece[]): Lang[] => [
  ...new Set(
    pieces.flatMap((piece) => ('clip' in piece ? ([piece.clip.startsWith('id/') ? 'id' : 'en'] as const) : [])),
  ),
]
