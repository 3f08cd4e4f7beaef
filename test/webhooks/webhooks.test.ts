import { createHmac } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HouseFact } from '../../protocol/house-facts.ts'
import { WEBHOOK_DATA, type WebhookEvent } from '../../protocol/webhook-messages.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { openDeliveryStore } from '../../server/webhooks/delivery-store.ts'
import { type Hooks, NO_HOOKS } from '../../server/webhooks/hooks-document.ts'
import { messageOf } from '../../server/webhooks/message-of.ts'
import { openWebhooks } from '../../server/webhooks/open-webhooks.ts'
import { makePost, type Post } from '../../server/webhooks/post.ts'
import { isGivenUp, waitAfter } from '../../server/webhooks/run-hook.ts'
import { memoryDocument } from '../access/memory-document.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { virtualClock } from '../support/office.ts'
import { openReceiver } from './receiver.ts'

const BY = { role: 'supervisor', staff: '90' } as const
const HOUR = 3_600_000
const EVENTS: WebhookEvent[] = ['ticket.started', 'counter.closed']
const started = (number: string): OfficeEvent => ({ type: 'Started', ticketId: `${TODAY}/${number}`, counter: 3 })

let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

/**
 * Webhooks over a journal in memory, which does not see what is recorded later: `open` opens them anew, over what lies on disk
 * and all that was recorded, as a start after a kill does.
 */
const openOutside = async (post: Post = makePost(() => ({ example: true }), 300)) => {
  const clock = virtualClock(at('10.00'))
  const file = join(mkdtempSync(join(tmpdir(), 'antrean-webhooks-')), 'webhooks.db')
  const hooks = memoryDocument<Hooks>(NO_HOOKS)
  const facts: HouseFact[] = []
  const faults: unknown[] = []
  const past: Recorded[] = []
  const listeners = new Set<(recorded: readonly Recorded[]) => void>()
  const open = (events: Recorded[] = past) =>
    openWebhooks({
      ...{ hooks, store: openDeliveryStore(file), journal: openMemoryJournal(events), clock, post },
      onRecorded(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      rule: () => ({ example: true }),
      record: async (fact) => void facts.push(fact),
      onFault: (fault) => faults.push(fault),
    })
  const record = (event: OfficeEvent) => {
    past.push({ seq: past.length + 1, at: clock.now(), by: { role: 'counter', place: '3', staff: '07' }, event })
    for (const listener of listeners) listener(past.slice(-1))
  }
  const outside = { webhooks: await open(), hooks, facts, faults, clock, past, record, open }
  return {
    ...outside,
    face: () => outside.webhooks.page().hooks[0],
    async add() {
      const added = await outside.webhooks.add(BY, { url: receiver.url, events: EVENTS })
      if (added.status !== 'done') throw new Error(added.status)
      return added.value
    },
  }
}

const numbersOf = (got: readonly { body: string }[]) => got.map(({ body }) => JSON.parse(body).data.number)

describe('what receivers are told', () => {
  test('a message fits its schema and holds nothing beside it, whoever asked for the event', () => {
    const key = 'K'.repeat(22)
    const checkedIn: OfficeEvent = {
      ...{ type: 'CheckedIn', visitId: 'visit-0000-0000-0000', kiosk: '1', ticketId: `${TODAY}/R007`, number: 'R007' },
      ...{ order: 7, letter: 'R', service: 'passport-new', key, party: key, walkInReason: 'other', priority: true },
      ...{ window: { startAt: at('10.00'), endAt: at('11.00') }, arrival: 'on-time', shiftMin: -120 },
      ...{ turnAt: at('08.00'), callableFromAt: at('09.00'), stage: 'documents' },
    }
    const message = messageOf({ at: at('10.05'), event: checkedIn })
    expect(message).toEqual({
      ...{ type: 'ticket.checked-in', timestamp: '2026-11-24T02:05:00.000Z' },
      data: {
        ...{ day: TODAY, number: 'R007', lane: 'R', service: 'passport-new' },
        ...{ window: { startAt: at('10.00'), endAt: at('11.00') }, arrival: 'on-time', stage: 'documents' },
      },
    })
    expect(WEBHOOK_DATA['ticket.checked-in'].parse(message?.data)).toEqual(message?.data)
  })

  test('what is done for one person, with keys or with data, is told to nobody', () => {
    const silent: OfficeEvent[] = [
      { type: 'Overridden', act: 'admitted', ticketId: `${TODAY}/A001`, staff: '07', reason: 'urgent' },
      { type: 'StaffCalled', kiosk: '1' },
      { type: 'RetentionRun', by: BY, parts: [] },
    ]
    for (const event of silent) expect(messageOf({ at: 0, event })).toBeNull()
  })
})

describe('deliveries', () => {
  test('come in order, once, signed so that the receiver can tell, and only what was chosen', async () => {
    const outside = await openOutside()
    const { secret } = await outside.add()
    await outside.webhooks.stop()
    for (const number of ['A001', 'A002', 'A003']) outside.record(started(number))
    outside.record({ type: 'OutageStarted', scope: 'power' })
    outside.record({ type: 'CounterClosed', counter: 3 })
    const again = await outside.open()
    await receiver.hasGot(4)
    expect(receiver.got.map(({ body }) => JSON.parse(body).type)).toEqual([
      ...['ticket.started', 'ticket.started', 'ticket.started', 'counter.closed'],
    ])
    expect(numbersOf(receiver.got)).toEqual(['A001', 'A002', 'A003', undefined])
    for (const { headers, body } of receiver.got) {
      const [id, time] = [headers['webhook-id'], headers['webhook-timestamp']]
      const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${id}.${time}.${body}`)
      expect(headers['webhook-signature']).toBe(`v1,${mac.digest('base64')}`)
    }
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
    await expect.poll(() => again.page().hooks[0]?.backlog).toBe(0)
    await again.stop()
    expect(outside.faults).toEqual([])
  })

  test('a receiver that was down gets all of it when it is back, in order, with the ids of the first try', async () => {
    const outside = await openOutside()
    await outside.add()
    await outside.webhooks.stop()
    outside.record(started('A001'))
    outside.record(started('A002'))
    receiver.answer = (response) => response.writeHead(500).end()
    const again = await outside.open()
    await expect.poll(() => again.page().tries.length).toBe(1)
    expect(again.page().hooks[0]).toMatchObject({ failingSinceAt: at('10.00'), nextTryAt: at('10.00') + 5_000 })
    receiver.answer = (response) => response.writeHead(200).end()
    outside.clock.set(at('10.00') + 5_000)
    await receiver.hasGot(3)
    expect(numbersOf(receiver.got)).toEqual(['A001', 'A001', 'A002'])
    const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[1])
    await again.stop()
  })

  test.each([
    ['slow', { kind: 'timed-out' }, () => {}],
    ['sends us elsewhere', { kind: 'answered', status: 302 }, undefined],
  ] as const)('a receiver that is or %s has not taken the message', async (_what, result, answer) => {
    const outside = await openOutside()
    await outside.add()
    await outside.webhooks.stop()
    outside.record(started('A001'))
    receiver.answer = answer ?? ((response) => response.writeHead(302, { location: receiver.url }).end())
    const again = await outside.open()
    await expect.poll(() => again.page().tries[0]?.result, { timeout: 10_000 }).toEqual(result)
    expect(receiver.got).toHaveLength(1)
    await again.stop()
  })

  test('a kill between a delivery and its note delivers the same message once more, with the same id', async () => {
    let arrived = (): void => {}
    const delivered = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const real = makePost(() => ({ example: true }))
    // The receiver has it, and the office dies before it hears so.
    const outside = await openOutside(async (...message) => {
      await real(...message)
      arrived()
      return new Promise(() => {})
    })
    await outside.add()
    await outside.webhooks.stop()
    outside.record(started('A001'))
    const dying = await outside.open()
    await delivered
    await dying.stop()
    const after = await outside.open()
    await receiver.hasGot(2)
    expect(receiver.got[1]?.headers['webhook-id']).toBe(receiver.got[0]?.headers['webhook-id'])
    expect(receiver.got[1]?.body).toBe(receiver.got[0]?.body)
    await after.stop()
  })

  test('waits 5 s, then twice as long each time, never longer than an hour, and stops after three days', () => {
    expect([1, 2, 3, 10, 11, 50].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 2_560_000, HOUR, HOUR])
    expect(isGivenUp({ kind: 'timed-out' }, 0, 72 * HOUR - 1)).toBe(false)
    expect(isGivenUp({ kind: 'timed-out' }, 0, 72 * HOUR)).toBe(true)
    expect(isGivenUp({ kind: 'answered', status: 410 }, 0, 1)).toBe(true)
    expect(isGivenUp({ kind: 'answered', status: 500 }, 0, 1)).toBe(false)
  })

  test('a receiver that is gone is stopped, which the audit says, and goes on where it stood when it is switched on', async () => {
    const outside = await openOutside()
    const { id } = await outside.add()
    await outside.webhooks.stop()
    outside.record(started('A001'))
    receiver.answer = (response) => response.writeHead(410).end()
    const again = await outside.open()
    await expect.poll(() => again.page().hooks[0]?.state).toBe('stopped')
    await expect
      .poll(() => outside.facts.at(-1))
      .toEqual({
        ...{ type: 'WebhookChanged', act: 'stopped', by: { role: 'clock', staff: null }, hook: id },
      })
    receiver.answer = (response) => response.writeHead(204).end()
    await again.change(BY, id, { on: true })
    await receiver.hasGot(2)
    expect(numbersOf(receiver.got)).toEqual(['A001', 'A001'])
    await again.stop()
  })

  test('a receiver that is added hears of what comes, not of what was; another journal is not told from its start', async () => {
    const outside = await openOutside()
    outside.record(started('A001'))
    const first = await outside.open()
    await first.add(BY, { url: receiver.url, events: EVENTS })
    await first.stop()
    outside.record(started('A002'))
    const second = await outside.open()
    await receiver.hasGot(1)
    expect(numbersOf(receiver.got)).toEqual(['A002'])
    await second.stop()
    // A backup was put back: the place is in no journal any more.
    const other = outside.past.map((one) => ({ ...one, at: one.at + 1 }))
    const third = await outside.open(other)
    expect(third.page().hooks[0]?.backlog).toBe(0)
    await third.stop()
    expect(receiver.got).toHaveLength(1)
  })

  test('a test message is sent at once, signed, beside the queue', async () => {
    const outside = await openOutside()
    const { id } = await outside.add()
    expect(await outside.webhooks.test(id)).toMatchObject({ value: { type: 'test', result: { kind: 'delivered' } } })
    expect(JSON.parse(receiver.got[0]?.body ?? '')).toMatchObject({ type: 'test', data: {} })
    expect(outside.face()).toMatchObject({ backlog: 0, failingSinceAt: null })
    expect(await outside.webhooks.test('unknown1')).toEqual({ status: 'unknown' })
    await outside.webhooks.stop()
  })

  test('its secret is told once: no page and no fact of the audit holds it', async () => {
    const outside = await openOutside()
    const { id, secret } = await outside.add()
    await outside.webhooks.change(BY, id, { events: ['day.opened'] })
    expect(JSON.stringify([outside.webhooks.page(), outside.facts])).not.toContain(secret.slice(6))
    expect(await outside.webhooks.add(BY, { url: 'http://169.254.169.254/', events: EVENTS })).toEqual({
      ...{ status: 'address', trouble: 'forbidden' },
    })
    expect(outside.facts.map((fact) => fact.type === 'WebhookChanged' && fact.act)).toEqual(['added', 'changed'])
    await outside.webhooks.remove(BY, id)
    expect(outside.webhooks.page()).toMatchObject({ hooks: [], tries: [] })
    await outside.webhooks.stop()
  })
})
