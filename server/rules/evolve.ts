import type { BookingKey, Instant, SlipId } from '../../protocol/ids.ts'
import type { Booking, OfficeEvent } from './events.ts'
import { evolveDayClosed, evolveDayOpened } from './evolve-day.ts'
import { evolveDevice } from './evolve-device.ts'
import { evolveSurvey } from './evolve-survey.ts'
import {
  evolveCalled,
  evolveCheckedIn,
  evolveMissed,
  evolveRecalled,
  evolveStageFinished,
  evolveUndone,
  release,
  withCounter,
  withKiosk,
  withoutUndo,
  withTicket,
} from './evolve-ticket.ts'
import { measure } from './measure.ts'
import { type Paper, paperBy, putPaper } from './papers.ts'
import type { State } from './state.ts'

const withPaper = (state: State, slipId: SlipId, change: Partial<Paper>): State => {
  const paper = paperBy(state.papers, slipId)
  return paper === undefined ? state : { ...state, papers: putPaper(state.papers, { ...paper, ...change }) }
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record
  return rest
}

/**
 * The state after one event. Total: it never refuses and never throws, whatever the event. `at` is the instant at which
 * the event was recorded.
 */
export const evolve = (state: State, event: OfficeEvent, at: Instant): State => {
  const measured = measure(state, event, at)
  const survey = evolveSurvey(state, event, at)
  const next = happen(state, event, at)
  return measured === next.measured && survey === next.survey ? next : { ...next, measured, survey }
}

const happen = (state: State, event: OfficeEvent, at: Instant): State => {
  switch (event.type) {
    case 'OfficeConfigured':
      // What was made up to try things with ends with the example.
      return {
        ...state,
        office: event.office,
        bookings: state.office?.example === true && !event.office.example ? {} : state.bookings,
      }
    case 'DayOpened':
      return evolveDayOpened(state, event)
    case 'DayClosed':
      return evolveDayClosed(state, event, at)
    case 'HoursSet':
      return { ...state, exceptions: { ...state.exceptions, [event.day]: event.opening } }
    case 'OutageStarted':
      return { ...state, outage: { scope: event.scope, sinceAt: at } }
    case 'OutageEnded':
      return state.outage === null
        ? state
        : { ...state, outage: null, outages: [...state.outages, { ...state.outage, untilAt: at }] }
    case 'AgendaImported': {
      const bookings: Record<BookingKey, Booking> = { ...state.bookings }
      for (const booking of event.bookings) bookings[booking.key] = booking
      return { ...state, bookings }
    }
    case 'CheckedIn':
      return evolveCheckedIn(state, event, at)
    case 'ServedOnPaper': {
      const { ticketId, stages, doneAt } = event
      const standing = { status: 'done', outcome: 'completed', doneAt } as const
      return withTicket(state, ticketId, ({ stage }) => ({
        done: stages,
        stage: stages.at(-1) ?? stage,
        forecast: null,
        promised: null,
        standing,
      }))
    }
    case 'TurnedAway': {
      const { visitId, kiosk, verdict, key, booked } = event
      // Whoever is only asked about papers is not turned away yet.
      const { turnedAway: before } = state
      const turnedAway = verdict === 'checklist' ? before : { ...before, [verdict]: (before[verdict] ?? 0) + 1 }
      return withKiosk({ ...state, turnedAway }, kiosk, {
        visit: { visitId, at, verdict, ticketId: null, key, booked },
      })
    }
    case 'PutOff':
      return withKiosk(state, event.kiosk, { visit: null })
    case 'CheckedInAgain': {
      const { visitId, kiosk, verdict, ticketId } = event
      return withKiosk(state, kiosk, { visit: { visitId, at, verdict, ticketId, key: null, booked: null } })
    }
    case 'Returned':
      return withTicket(state, event.ticketId, () => ({
        turnAt: event.turnAt,
        callableFromAt: at,
        reserved: event.reserved ?? null,
        misses: 0,
        standing: { status: 'waiting' },
      }))
    case 'SlipQueued': {
      const { type: _, ...paper } = event
      const papers = putPaper(state.papers, { ...paper, state: 'queued', queuedAt: at })
      return withTicket({ ...state, papers }, event.ticketId, (ticket) => ({ papers: ticket.papers + 1 }))
    }
    case 'SlipMoved':
      return withPaper(state, event.slipId, { printer: event.printer })
    case 'SlipReported':
      return withPaper(state, event.slipId, { state: event.status })
    case 'SoundReported':
      return { ...state, sounds: { ...state.sounds, [event.display]: event.status } }
    case 'Announced':
      return { ...state, announcement: { words: event.words, at } }
    case 'AnnouncementEnded':
      return { ...state, announcement: null }
    case 'DeviceReported':
      return { ...state, devices: { ...state.devices, [event.printer]: evolveDevice(state, event, at) } }
    case 'StaffCalled':
      return withKiosk(state, event.kiosk, { staffCalledAt: at })
    case 'StaffCallEnded':
      return withKiosk(state, event.kiosk, { staffCalledAt: null })
    case 'CounterOpened': {
      const { staff, stages, helps } = event
      const open = { staff, stages, helps, openedAt: at, paused: null, undo: null }
      return { ...state, counters: { ...state.counters, [event.counter]: open } }
    }
    case 'CounterClosed':
      return release({ ...state, counters: without(state.counters, String(event.counter)) }, event.counter, true)
    case 'CounterPaused':
      return release(
        withCounter(state, event.counter, { paused: { reason: event.reason, sinceAt: at } }),
        event.counter,
        false,
      )
    case 'CounterResumed':
      return withCounter(state, event.counter, { paused: null })
    case 'Called':
      return evolveCalled(state, event, at)
    case 'Recalled':
      return evolveRecalled(state, event, at)
    case 'Started':
      return withTicket(state, event.ticketId, ({ standing }) =>
        standing.status === 'called' ? { standing: { ...standing, status: 'serving', startedAt: at } } : {},
      )
    case 'StageFinished':
      return evolveStageFinished(state, event, at)
    case 'Missed':
      return evolveMissed(state, event, at)
    case 'Parked':
      return withTicket(state, event.ticketId, () => ({
        standing: { status: 'parked', counter: event.counter, sinceAt: at },
      }))
    case 'Resumed':
      return withTicket(state, event.ticketId, () => ({
        standing: {
          status: 'serving',
          counter: event.counter,
          calledAt: at,
          lastCalledAt: at,
          times: 1,
          startedAt: at,
        },
      }))
    case 'DocumentAsked': {
      const { ticketId, document } = event
      const times = (state.documentsAsked[document] ?? 0) + 1
      const counted = { ...state, documentsAsked: { ...state.documentsAsked, [document]: times } }
      return withTicket(counted, ticketId, ({ asked }) => ({ asked: [...asked, document] }))
    }
    case 'Transferred': {
      const { ticketId, stage, turnAt, reserved } = event
      return withTicket(state, ticketId, () => ({
        stage,
        turnAt,
        reserved,
        enteredAt: at,
        callableFromAt: at,
        misses: 0,
        forecast: null,
        promised: null,
        standing: { status: 'waiting' },
      }))
    }
    case 'Reassigned': {
      const { type: _, ticketId, from: __, ...waits } = event
      return withTicket(withoutUndo(state, ticketId), ticketId, ({ stage, enteredAt, forecast, promised }) => ({
        ...waits,
        ...(stage === event.stage
          ? { enteredAt, forecast, promised }
          : { enteredAt: at, forecast: null, promised: null }),
        misses: 0,
        standing: { status: 'waiting' },
      }))
    }
    case 'TicketCancelled':
      return withTicket(withoutUndo(state, event.ticketId), event.ticketId, () => ({
        forecast: null,
        reserved: null,
        standing: { status: 'done', outcome: 'withdrawn', doneAt: at },
      }))
    case 'HelpsSet':
      return withCounter(state, event.counter, { helps: event.helps })
    case 'Undone':
      return evolveUndone(state, event)
    case 'TakenOver':
      // That counter goes on no longer: the family that it kept waits for all again.
      return withTicket(release(state, event.from, false), event.ticketId, ({ standing }) =>
        standing.status === 'called' || standing.status === 'serving'
          ? { standing: { ...standing, counter: event.counter } }
          : {},
      )
    case 'Shifted': {
      const { ticketId, shiftMin, turnAt, priority } = event
      return withTicket(withoutUndo(state, ticketId), ticketId, () => ({ shiftMin, turnAt, priority }))
    }
    case 'Overridden': {
      const { type: _, ...override } = event
      return { ...state, overrides: [...state.overrides, { ...override, at }] }
    }
    case 'SurveyInvited':
    case 'InvitationSettled':
      return state
    case 'ForecastsShown':
      return event.forecasts.reduce(
        (now, { ticketId, ...forecast }) => withTicket(now, ticketId, () => ({ forecast })),
        state,
      )
    // What is recorded for the audit alone.
    case 'AccessChanged':
    case 'ClockTrusted':
    case 'RetentionRun':
    case 'WebhookChanged':
      return state
  }
}
