import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { AddressTrouble, DeliveryResult } from '../../protocol/desk/webhooks.ts'
import { type AddressRule, addressTrouble, ipTrouble } from './address-rule.ts'

/** How long a receiver may take from the first byte to its answer's head, ms. */
const ANSWER_MS = 10_000

/** Sends one message to a receiver. */
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<DeliveryResult>

/** A name leads where no receiver is. */
class Forbidden extends Error {
  readonly trouble: AddressTrouble

  constructor(trouble: AddressTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** Looks a name up and goes only where every one of its addresses may be: the look and the way are one, nothing rebinds. */
const makeLookup =
  (isPlain: boolean, rule: AddressRule): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (failure, found) => {
      if (failure !== null) return done(failure, '')
      const [first] = found
      const trouble = found.map(({ address }) => ipTrouble(address, isPlain, rule)).find((one) => one !== null)
      if (trouble != null) done(new Forbidden(trouble), '')
      else if (options.all === true) done(null, found)
      else done(null, first?.address ?? '', first?.family)
    })

const codeOf = (failure: Error): string => ('code' in failure && typeof failure.code === 'string' ? failure.code : '')

/**
 * Sends over http or https: one connection per message, no redirect followed, the answer's body left unread, 10 s of
 * patience. `rule` is asked anew for every message.
 */
export const makePost =
  (rule: () => AddressRule, answerMs: number = ANSWER_MS): Post =>
  (url, headers, body) =>
    new Promise((resolve) => {
      const trouble = addressTrouble(url, rule())
      if (trouble !== null) return resolve({ kind: 'refused', trouble })
      const isPlain = new URL(url).protocol === 'http:'
      const send = isPlain ? requestHttp : requestHttps
      const patience = AbortSignal.timeout(answerMs)
      const request = send(
        url,
        {
          method: 'POST',
          agent: false,
          signal: patience,
          lookup: makeLookup(isPlain, rule()),
          headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          const status = response.statusCode ?? 0
          response.destroy()
          resolve({ kind: status >= 200 && status < 300 ? 'delivered' : 'answered', status })
        },
      )
      request.on('error', (failure) => {
        if (failure instanceof Forbidden) resolve({ kind: 'refused', trouble: failure.trouble })
        else if (patience.aborted) resolve({ kind: 'timed-out' })
        else resolve({ kind: 'unreachable', code: codeOf(failure) })
      })
      request.end(body)
    })
