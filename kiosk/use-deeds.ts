import { useRef } from 'preact/hooks'
import type { Wish } from '../protocol/commands.ts'
import type { Slug, Window } from '../protocol/ids.ts'
import type { KioskView } from '../protocol/views.ts'
import type { Live } from '../ui/connection.ts'
import type { Deed } from './deeds.ts'
import { missingOf, pressKey } from './keypad.ts'
import type { Asking, Happening, Local } from './local.ts'
import { opensKeypad, type Screen } from './screen.ts'
import type { Heard } from './wedge.ts'

/** A code that is read again within this time was never taken away (hardware 4: 1 to 2 s). */
const REPEAT_MS = 2_000

const NO_WALK_IN = { service: null, priority: null, reason: null } as const

type DeedsProps = {
  live: Live<KioskView>
  view: KioskView | null
  local: Local
  screen: Screen
  /** The server's time of the last drawing, epoch ms. */
  clock: { readonly current: number }
  happen: (happening: Happening) => void
}

/** Turns touches and keys into what happens here and what is asked of the office. */
export const useDeeds = ({ live, view, local, screen, clock, happen }: DeedsProps) => {
  const held = useRef<{ scanned: string; forgets: ReturnType<typeof setTimeout> } | null>(null)
  const length = view?.codeLength ?? null
  const code = local.typing ?? ''

  /** Asks the office; what could not be done becomes a screen that says so. */
  const ask = async (wish: Wish, asking: Asking | null): Promise<void> => {
    if (asking) happen({ type: 'asked', asking, at: clock.current })
    const reply = await live.submit(wish)
    const at = clock.current
    if (reply.status === 'taken') happen({ type: 'answered', at })
    else if (reply.status === 'invalid') happen({ type: 'noticed', notice: { why: 'unreadable' }, at })
    else if (reply.status === 'unreachable') happen({ type: 'noticed', notice: { why: 'no-answer' }, at })
    else if (reply.refusal.code === 'reprint-limit') happen({ type: 'noticed', notice: { why: 'reprint-limit' }, at })
    else happen({ type: 'noticed', notice: { why: 'refused', refusal: reply.refusal }, at })
  }

  const forget = (): void => {
    held.current = null
  }

  /** A phone left under the scanner is read again and again: that is one presentation, as long as it goes on. */
  const isRepeated = (scanned: string): boolean => {
    const repeated = held.current?.scanned === scanned
    clearTimeout(held.current?.forgets)
    held.current = { scanned, forgets: setTimeout(forget, REPEAT_MS) }
    return repeated
  }

  const checkIn = (scanned: string): void => {
    void ask({ type: 'CheckIn', scanned }, { what: 'check-in', before: view?.visit?.visitId ?? null })
  }

  const reprint = (): void => {
    const visit = view?.visit
    if (!visit?.ticket) return
    if (visit.ticket.reprintsLeft === 0)
      happen({ type: 'noticed', notice: { why: 'reprint-limit' }, at: clock.current })
    else void ask({ type: 'Reprint', ticketId: visit.ticket.ticketId }, { what: 'reprint', visitId: visit.visitId })
  }

  const confirmPaper = (out: boolean): void => {
    const visit = view?.visit
    if (visit?.ticket?.paper === 'unproven') {
      const wish: Wish = { type: 'ConfirmPaper', ticketId: visit.ticket.ticketId, out }
      if (out) void live.submit(wish)
      else void ask(wish, { what: 'reprint', visitId: visit.visitId })
    }
    if (out) perform((visit?.ticket?.family?.toCome ?? 0) > 0 ? { type: 'scan-family' } : { type: 'done' })
  }

  /** A number without an appointment, once service, priority and reason are said. */
  const takeNumber = (reason: Slug, incomplete?: true): void => {
    const { service = null, priority = null } = local.walkIn ?? {}
    if (service !== null)
      void ask(
        { type: 'TakeNumber', service, priority: priority === true, reason, incomplete },
        { what: 'check-in', before: view?.visit?.visitId ?? null },
      )
  }

  const stateWindow = (visitId: string, window: Window | null, incomplete?: true): void =>
    void ask({ type: 'StateWindow', visitId, window, incomplete }, { what: 'take', visitId })

  /** The number that waited for the question about the originals. */
  const takeChecked = (incomplete?: true): void => {
    const { walkIn, stated, dismissed } = local
    const visit = view?.visit
    if (walkIn?.reason != null) takeNumber(walkIn.reason, incomplete)
    else if (visit == null || visit.visitId === dismissed) return
    else if (stated !== null) stateWindow(visit.visitId, stated.window, incomplete)
    else
      void ask(
        { type: 'ConfirmDocuments', visitId: visit.visitId, incomplete },
        { what: 'take', visitId: visit.visitId },
      )
  }

  const chooseReason = (reason: Slug, at: number): void => {
    const { walkIn } = local
    const offer = view?.walkIn.find(({ service }) => service === walkIn?.service)
    if (walkIn !== null && offer?.documents.length)
      happen({ type: 'walk-in-reached', walkIn: { ...walkIn, reason, at } })
    else takeNumber(reason)
  }

  /** A code from scanner or camera. Without a line nothing can be asked and the screen says so. */
  const onScan = (text: string): void => {
    happen({ type: 'touched', at: clock.current })
    if (live.status === 'live' && screen.name !== 'reading' && !isRepeated(text)) checkIn(text)
  }

  const perform = (deed: Deed): void => {
    const at = clock.current
    switch (deed.type) {
      case 'open-keypad':
        happen({ type: 'put-away', view })
        happen({ type: 'typed', code: '' })
        break
      case 'press':
        happen({ type: 'typed', code: pressKey(code, deed.key, length) })
        break
      case 'erase':
        happen({ type: 'typed', code: code.slice(0, -1) })
        break
      case 'find':
        if (missingOf(code, length) === 0) checkIn(code)
        break
      case 'again':
        happen({ type: 'put-away', view })
        break
      case 'done':
        happen({ type: 'wiped', view })
        break
      case 'stay':
        happen({ type: 'touched', at })
        break
      case 'call-staff':
        if (view?.staffCalledAt != null) happen({ type: 'staff-seen', at: null })
        else void ask({ type: 'CallStaff' }, null)
        break
      case 'cancel-staff':
        void ask({ type: 'CancelStaffCall' }, null)
        break
      case 'leave-staff':
        happen({ type: 'staff-seen', at: view?.staffCalledAt ?? null })
        break
      case 'reprint':
        reprint()
        break
      case 'paper':
        confirmPaper(deed.out)
        break
      case 'take-number':
        void ask({ type: 'TakeNumberAnyway', visitId: deed.visitId }, { what: 'take', visitId: deed.visitId })
        break
      case 'scan-family':
        happen({ type: 'put-away', view })
        happen({ type: 'family-awaited', at })
        break
      case 'open-walk-in':
        happen({ type: 'put-away', view })
        happen({ type: 'walk-in-reached', walkIn: { ...NO_WALK_IN, at } })
        break
      case 'choose-service':
        happen({ type: 'walk-in-reached', walkIn: { ...NO_WALK_IN, service: deed.service, at } })
        break
      case 'choose-priority': {
        const service = local.walkIn?.service ?? null
        happen({ type: 'walk-in-reached', walkIn: { ...NO_WALK_IN, service, priority: deed.priority, at } })
        break
      }
      case 'choose-reason':
        chooseReason(deed.reason, at)
        break
      case 'choose-window':
        if (view?.visit?.documents.length) happen({ type: 'window-stated', window: deed.window })
        else stateWindow(deed.visitId, deed.window)
        break
      case 'open-camera':
        happen({ type: 'put-away', view })
        happen({ type: 'camera-opened', at })
        break
      case 'camera-said':
        happen({ type: 'camera-said', state: deed.state })
        break
      case 'scanned':
        onScan(deed.text)
        break
      case 'documents-missing':
        happen({ type: 'documents-missing' })
        break
      case 'put-off':
        if (view?.visit?.verdict === 'checklist') void live.submit({ type: 'PutOff', visitId: view.visit.visitId })
        happen({ type: 'wiped', view })
        break
      case 'take-checked':
        takeChecked(deed.incomplete || undefined)
        break
      case 'turn-page':
        happen({ type: 'paged', page: deed.page })
        break
      case 'language':
        happen({ type: 'language' })
        break
      case 'sound':
        happen({ type: 'sound' })
        break
      case 'mode':
        happen({ type: 'mode', mode: deed.mode })
        break
    }
  }

  /** A person's keys: on the keypad they type; on the start they open it. Enter presses the focused button if any. */
  const type = (keys: readonly string[]): boolean => {
    const open = screen.name === 'keypad'
    if (!open && !opensKeypad(screen)) return false
    let next = code
    for (const key of keys) next = key === 'Backspace' ? next.slice(0, -1) : pressKey(next, key, length)
    if (next !== code) happen({ type: 'typed', code: next })
    if (!open || keys.at(-1) !== 'Enter' || document.activeElement?.matches('button')) return false
    if (missingOf(next, length) === 0) checkIn(next)
    return true
  }

  /** Returns true when a typed Enter was used here. */
  const onHeard = (heard: Heard): boolean => {
    if (heard.type === 'scan') onScan(heard.text)
    else happen({ type: 'touched', at: clock.current })
    return heard.type === 'scan' || type(heard.keys)
  }

  return { perform, onHeard }
}
