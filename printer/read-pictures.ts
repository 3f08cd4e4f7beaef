import type { PaperLine } from './paper.ts'

/** A picture as a command carries it; where it stands and how far the paper goes is the reader's. */
export type Picture = Omit<Extract<PaperLine, { kind: 'picture' }>, 'align' | 'feed'>

const word = (bytes: readonly number[], i: number): number => (bytes[i] ?? 0) + (bytes[i + 1] ?? 0) * 256

/** `ESC * m nL nH d…`: columns of 8 or 24 dots, from the top, become rows. */
export function readBitImage(command: readonly number[]): Picture {
  const mode = command[2] ?? 0
  const width = word(command, 3)
  const tall = mode === 32 || mode === 33 ? 3 : 1
  const bytesAcross = Math.ceil(width / 8)
  const bits = new Uint8Array(bytesAcross * tall * 8)
  for (const [i, byte] of command.slice(5).entries()) {
    const x = Math.floor(i / tall)
    for (let dot = 0; dot < 8; dot++) {
      const place = ((i % tall) * 8 + dot) * bytesAcross + (x >> 3)
      if (byte & (0x80 >> dot)) bits[place] = (bits[place] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const across = mode === 0 || mode === 32 ? 2 : 1
  return { kind: 'picture', width, height: tall * 8, across, down: tall === 3 ? 1 : 3, bits }
}

/** `GS v 0 m xL xH yL yH d…`. */
export function readRaster(command: readonly number[]): Picture {
  const mode = command[3] ?? 0
  const scale = { across: (mode & 1) + 1, down: ((mode >> 1) & 1) + 1 }
  const bits = Uint8Array.from(command.slice(8))
  return { kind: 'picture', width: word(command, 4) * 8, height: word(command, 6), ...scale, bits }
}

/**
 * `48 112 48 bx by c xL xH yL yH d…`, what `GS ( L` and `GS 8 L` carry behind their length: a picture for the print buffer.
 * Null for any other function of theirs.
 */
export function readGraphics(parameters: readonly number[]): Picture | null {
  const [, fn, , across = 1, down = 1] = parameters
  if (fn !== 112) return null
  const bits = Uint8Array.from(parameters.slice(10))
  const [width, height] = [word(parameters, 6), word(parameters, 8)]
  return { kind: 'picture', width, height, across: across === 2 ? 2 : 1, down: down === 2 ? 2 : 1, bits }
}
