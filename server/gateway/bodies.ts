import express, { type RequestHandler } from 'express'
import { sendProblem } from './problems.ts'

/** The most a JSON body may hold; thousands of rows of an agenda come as a file instead. */
const BODY_MAX = 16 * 1024
/** An office with a calendar of 400 days of their own hours is 200 KB. */
const LONG_MAX = 512 * 1024
/** The most an agenda file may hold, as in `server/agenda`. */
const FILE_MAX = 8 * 1024 * 1024
/** CSV (RFC 7111) and the workbook of ECMA-376. */
const AGENDA_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
const ANY_FILE = 'application/octet-stream'

const needsType =
  (...types: string[]): RequestHandler =>
  (request, response, next) =>
    request.is(types) ? next() : sendProblem(response, 415, { detail: `needs Content-Type: ${types.join(' or ')}` })

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

/** Reads an agenda file of at most 8 MB as bytes; what it is they say themselves. Compressed bodies are not read. */
export const readsAgenda: RequestHandler[] = [
  needsType(...AGENDA_TYPES),
  express.raw({ type: AGENDA_TYPES, limit: FILE_MAX, inflate: false }),
]

/** Reads any file of at most 8 MB as bytes, sent as `application/octet-stream`: browsers name the types of files at will. */
export const readsFile: RequestHandler[] = [
  needsType(ANY_FILE),
  express.raw({ type: ANY_FILE, limit: FILE_MAX, inflate: false }),
]

/** The events of a parcel, with agendas of some thousand bookings among them. */
const PARCEL_BYTES_MAX = 16 * 1024 * 1024

/** Reads what an office tells a hub as JSON of at most 16 MB, compressed or not. For senders that are known alone. */
export const readsParcel: RequestHandler[] = [
  needsType('application/json'),
  express.json({ limit: PARCEL_BYTES_MAX, inflate: true, strict: false }),
]
