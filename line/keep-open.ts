import { type Line, type LineStatus, REAL_TIMERS, type Timers, type Written } from './line.ts'

/** One connection while it lasts. `write` answers null, or the reason why it could not. */
export type Link = { write(bytes: Uint8Array): Promise<string | null>; hangUp(): void }

/** What a link tells of the far end. After `lost` it says nothing more. */
export type Ear = { heard(bytes: Uint8Array): void; lost(reason: string): void }

/** Makes one attempt. Answers the link, or the reason why there is none. Bounded in time by itself. */
export type Dial = (ear: Ear) => Promise<Link | string>

/** Milliseconds: the first pause before dialling again, the longest one, and the most one piece of a write may take. */
export type Patience = { firstPauseMs: number; longestPauseMs: number; writeMs: number }

const PATIENCE: Patience = { firstPauseMs: 250, longestPauseMs: 5_000, writeMs: 10_000 }

/** Small receive buffers (4 KB) and print servers take pieces of a kilobyte without trouble. */
const PIECE_BYTES = 1024

/**
 * A `Line` over any way of dialling: it holds one link, dials again with pauses that double up to the longest, and
 * gives up a link that does not take a piece in time. Holds one timer and one link at most, however often it fails.
 */
export function keepOpen(dial: Dial, timers: Timers = REAL_TIMERS, patience: Partial<Patience> = {}): Line {
  const { firstPauseMs, longestPauseMs, writeMs } = { ...PATIENCE, ...patience }
  const listeners = { bytes: new Set<(bytes: Uint8Array) => void>(), status: new Set<(status: LineStatus) => void>() }
  let status: LineStatus = 'closed'
  let link: Link | null = null
  let pauseMs = firstPauseMs
  let cancelPause = () => {}
  /** Tells this opening's attempts from those of an earlier one that is over. */
  let attempt = 0
  let giveUpWrite: ((reason: string) => void) | null = null

  const become = (next: LineStatus) => {
    if (status === next) return
    status = next
    for (const listener of listeners.status) listener(next)
  }

  const drop = (reason: string) => {
    attempt++
    const old = link
    link = null
    old?.hangUp()
    giveUpWrite?.(reason)
  }

  const dialLater = () => {
    cancelPause()
    cancelPause = timers.after(pauseMs, () => void dialNow())
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }

  const lose = (reason: string) => {
    drop(reason)
    become('opening')
    dialLater()
  }

  const dialNow = async () => {
    const mine = ++attempt
    const made = await dial({
      heard(bytes) {
        if (mine !== attempt) return
        // Only a line that speaks or takes a job is a good one; one that opens and dies at once keeps its growing pause.
        pauseMs = firstPauseMs
        for (const listener of listeners.bytes) listener(bytes)
      },
      lost(reason) {
        if (mine === attempt) lose(reason)
      },
    })
    if (mine !== attempt) {
      if (typeof made !== 'string') made.hangUp()
      return
    }
    if (typeof made === 'string') return dialLater()
    link = made
    become('open')
  }

  const writePiece = (to: Link, piece: Uint8Array): Promise<string | null> =>
    new Promise((resolve) => {
      const cancel = timers.after(writeMs, () => lose('write timed out'))
      const end = (reason: string | null) => {
        cancel()
        if (giveUpWrite === end) giveUpWrite = null
        resolve(reason)
      }
      giveUpWrite = end
      void to.write(piece).then(end)
    })

  const write = async (bytes: Uint8Array): Promise<Written> => {
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      if (link === null) return { status: 'failed', reason: 'not connected' }
      const trouble = await writePiece(link, bytes.subarray(from, from + PIECE_BYTES))
      if (trouble !== null) {
        if (link !== null) lose(trouble)
        return { status: 'failed', reason: trouble }
      }
    }
    pauseMs = firstPauseMs
    return { status: 'written' }
  }

  const subscribe = <T>(set: Set<T>, listener: T) => {
    set.add(listener)
    return () => {
      set.delete(listener)
    }
  }

  let queue: Promise<unknown> = Promise.resolve()

  return {
    open() {
      if (status !== 'closed') return
      become('opening')
      void dialNow()
    },
    status: () => status,
    write(bytes) {
      const turn = queue.then(() => write(bytes))
      queue = turn
      return turn
    },
    onBytes: (listener) => subscribe(listeners.bytes, listener),
    onStatus: (listener) => subscribe(listeners.status, listener),
    redial(reason) {
      if (status === 'open') lose(reason)
    },
    async close() {
      cancelPause()
      drop('closed')
      become('closed')
      await queue
    },
  }
}
