import type { Place } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'

/** Devices that are kept as the office's document says. */
export type Following = { follow(office: Office): Promise<void>; stop(): Promise<void> }

type Running = { entry: string; stop(): Promise<void> }

/**
 * Keeps one thing at work for every entry of the document: those of `office` are started at once, in their order, and
 * rejects with what stood in the way. Afterwards `follow` stops what went or changed before it starts what is new, one
 * document after the other.
 */
export const followEntries = async <T extends { place: Place }>(
  entriesOf: (office: Office) => readonly T[],
  start: (entry: T) => Promise<() => Promise<void>>,
  office: Office,
): Promise<Following> => {
  const running = new Map<Place, Running>()
  const end = async (place: Place): Promise<void> => {
    const one = running.get(place)
    running.delete(place)
    await one?.stop()
  }
  const followNow = async (next: Office): Promise<void> => {
    const wanted = new Map(entriesOf(next).map((entry) => [entry.place, entry]))
    for (const [place, { entry }] of [...running]) if (JSON.stringify(wanted.get(place)) !== entry) await end(place)
    for (const [place, entry] of wanted)
      if (!running.has(place)) running.set(place, { entry: JSON.stringify(entry), stop: await start(entry) })
  }
  await followNow(office)
  let line: Promise<void> = Promise.resolve()
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const done = line.then(act)
    line = done.catch(() => undefined)
    return done
  }
  return {
    follow: (next) => inTurn(() => followNow(next)),
    stop: () =>
      inTurn(async () => {
        for (const place of [...running.keys()]) await end(place)
      }),
  }
}
