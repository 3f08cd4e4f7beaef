import { randomBytes } from 'node:crypto'
import type { Document } from '../../config/document.ts'
import type {
  HookAdded,
  HookChange,
  HookFace,
  HookOutcome,
  NewHook,
  Try,
  WebhooksPage,
} from '../../protocol/desk/webhooks.ts'
import type { Doer, HouseFact, WebhookAct } from '../../protocol/house-facts.ts'
import type { Clock } from '../clock.ts'
import type { Journal, Recorded } from '../journal/journal.ts'
import { type AddressRule, addressTrouble } from './address-rule.ts'
import type { DeliveryStore } from './delivery-store.ts'
import { HOOKS_MAX, type Hook, type Hooks } from './hooks-document.ts'
import type { Post } from './post.ts'
import { placeAt, runHook } from './run-hook.ts'
import { newHookSecret, signedHeaders } from './sign.ts'

/** Tries that the page shows. */
const TRIES_SHOWN = 50
const CLOCK_ITSELF: Doer = { role: 'clock', staff: null }

/** The receivers outside, and what their page may do with them. */
export type Webhooks = {
  page(): WebhooksPage
  /** Adds a receiver; it is told of everything from now on. */
  add(by: Doer, wanted: NewHook): Promise<HookOutcome<HookAdded>>
  /** Changes a receiver. Switched on again, it goes on where it stopped. */
  change(by: Doer, id: string, change: HookChange): Promise<HookOutcome<null>>
  remove(by: Doer, id: string): Promise<HookOutcome<null>>
  /** Sends a test message, once, beside the queue. */
  test(id: string): Promise<HookOutcome<Try>>
  /** Delivers nothing any more and closes the store. */
  stop(): Promise<void>
}

const DONE: HookOutcome<null> = { status: 'done', value: null }

/** What a change of a receiver is called in the audit. */
const actOf = ({ on, ...rest }: HookChange): WebhookAct =>
  Object.keys(rest).length > 0 || on === undefined ? 'changed' : on ? 'switched-on' : 'switched-off'

/**
 * Opens the receivers: the journal is their outbox, each has a place of its own in it. A place that is not in this journal
 * (a backup was put back) becomes its end, so that nothing old is told again. `record` puts a change into the journal.
 */
export const openWebhooks = async (options: {
  hooks: Document<Hooks>
  store: DeliveryStore
  journal: Pick<Journal, 'read' | 'lastSeq'>
  onRecorded: (listener: (recorded: readonly Recorded[]) => void) => () => void
  post: Post
  clock: Clock
  rule: () => AddressRule
  record: (fact: HouseFact) => Promise<void>
  onFault: (fault: unknown) => void
}): Promise<Webhooks> => {
  const { hooks, store, journal, onRecorded, post, clock, rule, record, onFault } = options
  const runs = new Map<string, ReturnType<typeof runHook>>()
  const hookOf = (id: string): Hook | null => hooks.read().hooks.find((one) => one.id === id) ?? null
  const put = (id: string, next: (hook: Hook) => Hook) =>
    hooks.change((all) => ({ ...all, hooks: all.hooks.map((one) => (one.id === id ? next(one) : one)) }))
  const told = (act: WebhookAct, by: Doer, hook: string) => record({ type: 'WebhookChanged', act, by, hook })

  const start = (id: string): void => {
    const run = runHook({
      ...{ hook: () => hookOf(id), journal, store, post, clock, onFault },
      async stopped() {
        await put(id, (hook) => ({ ...hook, state: 'stopped' }))
        await told('stopped', CLOCK_ITSELF, id)
      },
    })
    runs.set(id, run)
    run.wake()
  }

  /** Whether the event at which a receiver stands is in this journal. */
  const stands = async (seq: number, at: number): Promise<boolean> => {
    if (seq === 0) return true
    for await (const first of journal.read(seq - 1)) return first.seq === seq && first.at === at
    return false
  }
  const endOfJournal = async () => {
    const seq = journal.lastSeq()
    if (seq > 0) for await (const { at } of journal.read(seq - 1)) return placeAt(seq, at)
    return placeAt(0, 0)
  }

  for (const { id } of hooks.read().hooks) {
    const place = store.position(id)
    if (place === null || !(await stands(place.seq, place.at))) store.setPosition(id, await endOfJournal())
    start(id)
  }
  const stopListening = onRecorded(() => {
    for (const run of runs.values()) run.wake()
  })

  const faceOf = ({ id, url, events, state }: Hook): HookFace => {
    const place = store.position(id) ?? placeAt(0, 0)
    return {
      ...{ id, url, events, state, backlog: Math.max(0, journal.lastSeq() - place.seq) },
      ...{ failingSinceAt: place.failingSinceAt, nextTryAt: state === 'on' ? place.nextTryAt : null },
      last: store.tries(1, id)[0] ?? null,
    }
  }

  return {
    page: () => ({ hooks: hooks.read().hooks.map(faceOf), tries: store.tries(TRIES_SHOWN), example: rule().example }),
    async add(by, { url, events }) {
      const trouble = addressTrouble(url, rule())
      if (trouble !== null) return { status: 'address', trouble }
      if (hooks.read().hooks.length >= HOOKS_MAX) return { status: 'full' }
      const [id, secret] = [randomBytes(6).toString('base64url'), newHookSecret()]
      store.setPosition(id, await endOfJournal())
      const hook: Hook = { id, url, secret, events, state: 'on', addedAt: clock.now() }
      await hooks.change((all) => ({ ...all, hooks: [...all.hooks, hook] }))
      await told('added', by, id)
      start(id)
      return { status: 'done', value: { id, secret } }
    },
    async change(by, id, change) {
      const { on, url, events } = change
      if (hookOf(id) === null) return { status: 'unknown' }
      const trouble = url === undefined ? null : addressTrouble(url, rule())
      if (trouble !== null) return { status: 'address', trouble }
      await put(id, (hook) => ({
        ...hook,
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events }),
        ...(on === undefined ? {} : { state: on ? 'on' : 'off' }),
      }))
      const place = store.position(id)
      // Whoever switches it on or gives it another address does not wait for the hour that it was told to.
      if (place !== null && (on === true || url !== undefined)) store.setPosition(id, placeAt(place.seq, place.at))
      await told(actOf(change), by, id)
      runs.get(id)?.wake()
      return DONE
    },
    async remove(by, id) {
      if (hookOf(id) === null) return { status: 'unknown' }
      await runs.get(id)?.end()
      runs.delete(id)
      await hooks.change((all) => ({ ...all, hooks: all.hooks.filter((one) => one.id !== id) }))
      store.remove(id)
      await told('removed', by, id)
      return DONE
    },
    async test(id) {
      const hook = hookOf(id)
      if (hook === null) return { status: 'unknown' }
      const at = clock.now()
      const body = JSON.stringify({ type: 'test', timestamp: new Date(at).toISOString(), data: {} })
      const message = { id: `msg_${id}_test_${randomBytes(6).toString('base64url')}`, atMs: at, body }
      const result = await post(hook.url, signedHeaders(hook.secret, message), body)
      const tookMs = Math.max(0, clock.now() - at)
      const tried: Try = { hook: id, seq: 0, type: 'test', at, attempt: 1, tookMs, result }
      store.note(tried)
      return { status: 'done', value: tried }
    },
    async stop() {
      stopListening()
      await Promise.all([...runs.values()].map((run) => run.end()))
      store.close()
    },
  }
}
