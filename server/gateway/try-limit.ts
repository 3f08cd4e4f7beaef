import type { RequestHandler } from 'express'
import { type Options, rateLimit } from 'express-rate-limit'
import { isLoopback } from './hosts.ts'
import { sendProblem } from './problems.ts'

/** At most so many tries a minute from one address, then 429. */
export const makeTryLimit = (limit: number): RequestHandler => {
  const options: Partial<Options> = {
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    keyGenerator: ({ socket }) => (isLoopback(socket.remoteAddress) ? 'loopback' : (socket.remoteAddress ?? 'unknown')),
    handler: (_request, response) => sendProblem(response, 429),
  }
  return rateLimit(options)
}
