import type { DeliveryResult } from '../../protocol/desk/webhooks.ts'
import type { WebhookMessage } from '../../protocol/webhook-messages.ts'
import type { Clock } from '../clock.ts'
import type { Journal } from '../journal/journal.ts'
import type { DeliveryStore, Position } from './delivery-store.ts'
import type { Hook } from './hooks-document.ts'
import { messageOf } from './message-of.ts'
import type { Post } from './post.ts'
import { signedHeaders } from './sign.ts'

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000
/** After three days somebody has to look: a weekend is over by then. */
const STOP_AFTER_MS = 3 * 24 * 3_600_000
/** The receiver says that it is gone for good (RFC 9110, 15.5.11). */
const GONE = 410

/** How long the next try waits after so many that failed in a row, ms: 5, 10, 20 s … one hour. */
export const waitAfter = (attempts: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1))

/**
 * Whether a receiver is given up: it said that it is gone, or nothing got through for three days.
 */
export const isGivenUp = (result: DeliveryResult, failingSinceAt: number, now: number): boolean =>
  (result.kind === 'answered' && result.status === GONE) || now - failingSinceAt >= STOP_AFTER_MS

/** The place after an event, with nothing against it. */
export const placeAt = (seq: number, at: number): Position => ({
  ...{ seq, at, attempts: 0 },
  ...{ failingSinceAt: null, nextTryAt: null },
})

type Found = { seq: number; at: number; message: WebhookMessage | null }

/** The next event that a webhook is told of; without one, the end of the journal. */
const findNext = async (journal: Pick<Journal, 'read'>, from: Position, hook: Hook): Promise<Found> => {
  let end: Found = { seq: from.seq, at: from.at, message: null }
  for await (const recorded of journal.read(from.seq)) {
    const { seq, at } = recorded
    const message = messageOf(recorded)
    const isTold = message !== null && hook.events.some((name) => name === message.type)
    end = { seq, at, message: isTold ? message : null }
    if (isTold) return end
  }
  return end
}

/** The office's own name of a message: the same for every try, after every restart, and for no other event. */
export const messageId = (hook: Hook, { seq, at }: { seq: number; at: number }): string =>
  `msg_${hook.id}_${seq}_${at.toString(36)}`

/** What one webhook's deliveries need. `stopped` is called when its receiver is given up. */
export type HookRun = {
  /** The webhook as it is now; null when it is gone. */
  hook: () => Hook | null
  journal: Pick<Journal, 'read'>
  store: DeliveryStore
  post: Post
  clock: Clock
  stopped: () => Promise<void>
  onFault: (fault: unknown) => void
}

/**
 * Delivers the journal to one webhook: one message after the other, in order, each until it is taken. The place moves on
 * after the answer, so a kill in between delivers the same message, with the same id, once more.
 */
export const runHook = ({ hook, journal, store, post, clock, stopped, onFault }: HookRun) => {
  let isEnded = false
  let isAwake = false
  let isPosting = false
  let wasWoken = false
  let callOff = () => {}
  let running: Promise<void> = Promise.resolve()

  const deliver = async (to: Hook, from: Position, { seq, at, message }: Found): Promise<void> => {
    const body = JSON.stringify(message)
    const startAt = clock.now()
    const headers = signedHeaders(to.secret, { id: messageId(to, { seq, at }), atMs: startAt, body })
    isPosting = true
    const result = await post(to.url, headers, body)
    isPosting = false
    if (isEnded) return
    const now = clock.now()
    const attempt = from.attempts + 1
    const failingSinceAt = from.failingSinceAt ?? startAt
    if (result.kind === 'delivered') store.setPosition(to.id, placeAt(seq, at))
    else store.setPosition(to.id, { ...from, attempts: attempt, failingSinceAt, nextTryAt: now + waitAfter(attempt) })
    const tookMs = Math.max(0, now - startAt)
    store.note({ hook: to.id, seq, type: message?.type ?? '', at: startAt, attempt, tookMs, result })
    if (result.kind !== 'delivered' && isGivenUp(result, failingSinceAt, now)) await stopped()
  }

  const run = async (): Promise<void> => {
    while (!isEnded) {
      wasWoken = false
      const to = hook()
      const from = to === null ? null : store.position(to.id)
      if (to === null || from === null || to.state !== 'on') return
      if (from.nextTryAt !== null && from.nextTryAt > clock.now()) {
        callOff = clock.wakeAt(from.nextTryAt, wake)
        return
      }
      const next = await findNext(journal, from, to)
      if (isEnded) return
      if (next.message !== null) await deliver(to, from, next)
      else {
        if (next.seq > from.seq) store.setPosition(to.id, placeAt(next.seq, next.at))
        if (!wasWoken) return
      }
    }
  }

  const wake = (): void => {
    wasWoken = true
    if (isAwake || isEnded) return
    isAwake = true
    callOff()
    running = run()
      .catch(onFault)
      .finally(() => {
        isAwake = false
        if (wasWoken) wake()
      })
  }

  return {
    /** Something was recorded, or the webhook was changed. */
    wake,
    /** Delivers nothing any more. What is on the way is not waited for: it counts as not delivered. */
    async end(): Promise<void> {
      isEnded = true
      callOff()
      if (!isPosting) await running
    },
  }
}
