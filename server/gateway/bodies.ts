import express, { type RequestHandler } from 'express'
import { sendProblem } from './problems.ts'

/** The most a JSON body may hold; 5,000 rows of an agenda come as CSV instead. */
const BODY_MAX = 16 * 1024
/** An office with a calendar of 400 days of their own hours is 200 KB. */
const LONG_MAX = 512 * 1024
const CSV_MAX = 2 * 1024 * 1024

const needsType =
  (type: string): RequestHandler =>
  (request, response, next) =>
    request.is(type) ? next() : sendProblem(response, 415, { detail: `needs Content-Type: ${type}` })

/** Reads a JSON body of at most 16 KB; 415, 413 or 400 where it is none. Compressed bodies are not read. */
export const readsJson: RequestHandler[] = [
  needsType('application/json'),
  express.json({ limit: BODY_MAX, inflate: false, strict: false }),
]

/** The same for a whole office document: at most 512 KB. */
export const readsLongJson: RequestHandler[] = [
  needsType('application/json'),
  express.json({ limit: LONG_MAX, inflate: false, strict: false }),
]

/** Reads a CSV body of at most 2 MB as text: UTF-8 (RFC 7111) unless its `charset` says otherwise. */
export const readsCsv: RequestHandler[] = [
  needsType('text/csv'),
  express.text({ type: 'text/csv', limit: CSV_MAX, inflate: false, defaultCharset: 'utf-8' }),
]
