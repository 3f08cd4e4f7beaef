import { type Frames, hear, type Listening, NOTHING_HEARD, patience, rest, STALL_MS } from '../../scanner/frames.ts'

/** What a line brought, and when: ms after the piece before. */
export type Piece = { after: number; bytes: Uint8Array }

/** Everything that is heard of these pieces, as the clock asks meanwhile, the silence at their end included. */
export const hearPieces = (pieces: readonly Piece[]) => {
  let frames: Frames = NOTHING_HEARD
  let atMs = 1_000
  let spoiled = 0
  let most = 0
  const codes: string[] = []
  const take = (listening: Listening) => {
    ;({ frames } = listening)
    codes.push(...listening.codes)
    spoiled += listening.spoiled
    most = Math.max(most, frames.begun.length)
  }
  const wait = (ms: number) => {
    const ripe = patience(frames)
    if (ripe !== null && ms >= ripe) take(rest(frames, frames.lastAtMs + ripe))
    atMs += ms
  }
  for (const { after, bytes } of pieces) {
    wait(after)
    take(hear(frames, bytes, atMs))
  }
  wait(STALL_MS)
  return { codes, spoiled, frames, most }
}
