import { isStopped } from '../../protocol/commands.ts'
import type { Instant, TicketId } from '../../protocol/ids.ts'
import type { EventOf, OfficeEvent } from '../rules/events.ts'
import type { Book, OpenStretch } from './book.ts'
import type { CounterDay, Counts } from './day-page.ts'
import { beginVisit, evolveVisit, isOfVisit, undoableTicket, type VisitEvent } from './visit.ts'

/** Adds to what is counted by name. */
export const count = (counts: Counts, name: string, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by
}

/** A counter's day, made when it first matters. */
export const counterOf = (book: Pick<Book, 'counters'>, counter: number): CounterDay => {
  const known = book.counters[counter] ?? { openMs: 0, pausedMs: {}, cases: {} }
  book.counters[counter] = known
  return known
}

const addPause = (
  book: Pick<Book, 'counters'>,
  counter: number,
  { paused, inHand }: OpenStretch,
  at: Instant,
): void => {
  if (paused !== null && inHand === null && at > paused.fromAt)
    count(counterOf(book, counter).pausedMs, paused.reason, at - paused.fromAt)
}

/** Adds what an open counter did until `at`, as if it closed then. */
export const addStretch = (book: Pick<Book, 'counters'>, counter: number, stretch: OpenStretch, at: Instant): void => {
  addPause(book, counter, stretch, at)
  counterOf(book, counter).openMs += at - stretch.openedAt
}

const endOutage = (book: Book, at: Instant): void => {
  if (book.outage !== null) book.outages.push({ ...book.outage, untilAt: at })
  book.outage = null
}

const closeCounter = (book: Book, counter: number, at: Instant): void => {
  const stretch = book.open.get(counter)
  if (stretch === undefined) return
  addStretch(book, counter, stretch, at)
  book.open.delete(counter)
}

const take = (book: Book, counter: number, ticketId: TicketId): void => {
  const stretch = book.open.get(counter)
  if (stretch !== undefined) stretch.inHand = ticketId
}

const letGo = (book: Book, counter: number, ticketId: TicketId, at: Instant): void => {
  const stretch = book.open.get(counter)
  if (stretch?.inHand !== ticketId) return
  stretch.inHand = null
  if (stretch.paused !== null) stretch.paused.fromAt = at
}

const writeHands = (book: Book, event: VisitEvent, at: Instant): void => {
  switch (event.type) {
    case 'Called':
    case 'Resumed':
      take(book, event.counter, event.ticketId)
      return
    case 'TakenOver':
      letGo(book, event.from, event.ticketId, at)
      take(book, event.counter, event.ticketId)
      return
    case 'Missed':
    case 'Parked':
    case 'StageFinished':
    case 'Transferred':
      letGo(book, event.counter, event.ticketId, at)
      return
    case 'Reassigned':
    case 'TicketCancelled':
      if (event.from !== null) letGo(book, event.from, event.ticketId, at)
      return
    case 'Recalled':
    case 'Started':
    case 'Returned':
    case 'ServedOnPaper':
      return
  }
}

const writeVisit = (book: Book, event: VisitEvent, at: Instant): void => {
  const visit = book.visits.get(event.ticketId)
  if (visit === undefined) return
  const undoable = undoableTicket(event)
  if (undoable !== null) book.before.set(undoable.counter, { ticketId: undoable.ticketId, visit })
  book.visits.set(event.ticketId, evolveVisit(visit, event, at))
  writeHands(book, event, at)
}

const writeUndone = (book: Book, { act, counter, ticketId }: EventOf<'Undone'>, at: Instant): void => {
  const before = book.before.get(counter)
  if (before?.ticketId !== ticketId) return
  book.visits.set(ticketId, before.visit)
  book.before.delete(counter)
  if (act === 'call') letGo(book, counter, ticketId, at)
  else take(book, counter, ticketId)
}

const writeDayClosed = (book: Book, { day }: EventOf<'DayClosed'>, at: Instant): void => {
  for (const counter of [...book.open.keys()]) closeCounter(book, counter, at)
  const standing = Object.entries(book.bookings).filter(([, booking]) => booking.day === day && booking.booked)
  const noShows = standing.filter(([key]) => !book.came.has(key)).length
  book.closed = { at, booked: standing.length, noShows }
  for (const [key, booking] of Object.entries(book.bookings)) if (booking.day <= day) delete book.bookings[key]
}

const writeOffice = (book: Book, { office: { zone, hours, example } }: EventOf<'OfficeConfigured'>): void => {
  // What was made up to try things with ends with the example.
  if (book.office?.example === true && !example) book.bookings = {}
  book.office = { zone, hours, example }
}

const writeDevice = (book: Book, { printer, status }: EventOf<'DeviceReported'>): void => {
  const was = book.stopped.includes(printer)
  if (isStopped(status) && !was) {
    book.stopped.push(printer)
    count(book.counts.troubles, status)
  }
  // A trouble lasts until it prints again: what it says meanwhile is no other one.
  if (!isStopped(status)) book.stopped = book.stopped.filter((place) => place !== printer)
}

const writeCounter = (
  book: Book,
  event: EventOf<'CounterOpened' | 'CounterClosed' | 'CounterPaused' | 'CounterResumed'>,
  at: Instant,
): void => {
  const { counter } = event
  if (event.type === 'CounterClosed') closeCounter(book, counter, at)
  if (event.type === 'CounterOpened') {
    closeCounter(book, counter, at)
    book.open.set(counter, { openedAt: at, paused: null, inHand: null })
    return
  }
  const stretch = book.open.get(counter)
  if (stretch === undefined) return
  addPause(book, counter, stretch, at)
  stretch.paused = event.type === 'CounterPaused' ? { reason: event.reason, fromAt: at } : null
}

/**
 * Writes one recorded event into the book of its day. Total: whatever is not known there changes nothing. A new day is
 * not written but begun, by whoever keeps the book.
 */
export const writeEvent = (book: Book, event: OfficeEvent, at: Instant): void => {
  if (isOfVisit(event)) {
    writeVisit(book, event, at)
    return
  }
  const { counts } = book
  switch (event.type) {
    case 'OfficeConfigured':
      writeOffice(book, event)
      return
    case 'HoursSet':
      book.exceptions[event.day] = event.opening
      return
    case 'AgendaImported':
      for (const { key, day, status } of event.bookings) book.bookings[key] = { day, booked: status === 'booked' }
      return
    case 'CheckedIn':
      book.visits.set(event.ticketId, beginVisit(event, at))
      if (event.key !== null) book.came.add(event.key)
      return
    case 'TurnedAway':
      // Whoever is only asked about papers, or about the hour, is not turned away yet.
      if (event.verdict !== 'checklist' && event.verdict !== 'window-needed') count(counts.turnedAway, event.verdict)
      return
    case 'PutOff':
      book.putOff += 1
      return
    case 'Undone':
      writeUndone(book, event, at)
      return
    case 'DocumentAsked':
      count(counts.documents, event.document)
      return
    case 'Overridden':
      count(counts.overrides, `${event.act} ${event.reason}`)
      return
    case 'SlipQueued':
      count(counts.papers, event.mark)
      return
    case 'SlipReported':
      if (event.status !== 'sending') count(counts.reports, event.status)
      return
    case 'DeviceReported':
      writeDevice(book, event)
      return
    case 'CounterOpened':
    case 'CounterClosed':
    case 'CounterPaused':
    case 'CounterResumed':
      writeCounter(book, event, at)
      return
    case 'OutageStarted':
      endOutage(book, at)
      book.outage = { scope: event.scope, sinceAt: at, began: true }
      return
    case 'OutageEnded':
      endOutage(book, at)
      return
    case 'DayClosed':
      writeDayClosed(book, event, at)
      return
    default:
      return
  }
}
