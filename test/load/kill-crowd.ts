import type { Crowd } from './crowd.ts'
import { rest, until } from './until.ts'

/** What a kill of the server came to, ms: how long a start took, and from its listening to the last who is back. */
export type Back = { startMs: number; backMs: number }

/** Kills the server at once, starts it after `downMs`, and resolves when everybody sees the new run of it. */
export const killCrowd = async ({ office, everybody }: Crowd, downMs: number): Promise<Back> => {
  const before = new Set(everybody.map(({ epoch }) => epoch()))
  await office.server().kill()
  await rest(downMs)
  const startAt = performance.now()
  await office.start()
  const listenAt = performance.now()
  await until('everybody back', () => everybody.every(({ epoch }) => !before.has(epoch())))
  return { startMs: listenAt - startAt, backMs: performance.now() - listenAt }
}
