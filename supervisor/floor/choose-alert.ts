import type { Wish } from '../../protocol/commands.ts'
import type { Alert, Help } from '../../protocol/desk/floor.ts'
import type { SupervisorView } from '../../protocol/supervisor-view.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { calendarDay, clockTime, dayText, windowText } from '../../ui/time.ts'
import { PAIRINGS } from '../page.ts'
import { TEXTS, usedTwiceText } from '../texts.ts'
import type { Questioned } from './questioned.ts'
import { FLOOR } from './texts.ts'

/** What an alert offers: a command to send, a question to ask first, or another page. */
export type Offer =
  | { by: 'wish'; label: string; wish: Wish }
  | { by: 'question'; label: string; question: Questioned }
  | { by: 'page'; label: string; path: string }

/** An alert in words: the trouble, what would help, and the act. */
export type AlertLine = { key: string; head: string; sub: string | null; offer: Offer | null }

const helpWords = (help: Help | null, view: SupervisorView, lang: Lang): string => {
  if (help === null) return say(FLOOR.noHelp, lang)
  const stage = view.stages.find(({ id }) => id === help.stage)
  return fill(say(help.kind === 'help' ? FLOOR.helpWith : FLOOR.openWith, lang), {
    ...{ loket: help.counter, n: help.gainMin, tahap: stage === undefined ? help.stage : say(stage.name, lang) },
  })
}

/** Says one alert. */
export const chooseAlertLine = (alert: Alert, view: SupervisorView, lang: Lang): AlertLine => {
  const { zone } = view.office
  const words = (text: { id: string; en: string }, fillings: Record<string, string | number>) =>
    fill(say(text, lang), fillings)
  const move = (counter: number, ticketId: string, number: string): Offer => ({
    ...{ by: 'question', label: words(FLOOR.moveTicket, { no: number }) },
    question: { kind: 'move', ticketId, number, counter },
  })
  switch (alert.kind) {
    case 'promises': {
      const { window, count, help } = alert
      const offer: Offer | null =
        help?.kind === 'help'
          ? {
              ...{ by: 'wish', label: words(FLOOR.askHelp, { loket: help.counter }) },
              wish: { type: 'SetHelps', counter: help.counter, helps: help.helps },
            }
          : null
      return {
        key: `promises ${window.startAt}`,
        head: words(FLOOR.promises, {
          ...{ n: count, jam: windowText(window, zone), akhir: clockTime(window.endAt, zone) },
        }),
        sub: helpWords(help, view, lang),
        offer,
      }
    }
    case 'oversold': {
      const { window, booked, capacity } = alert
      const jam = windowText(window, zone)
      const head =
        capacity === null
          ? words(FLOOR.unserved, { jam, n: booked })
          : words(FLOOR.oversold, { jam, n: booked, mampu: capacity, lebih: booked - capacity })
      return { key: `oversold ${window.startAt}`, head, sub: null, offer: null }
    }
    case 'long-case': {
      const { counter, number, minutes, standardMin, ticketId } = alert
      const head = words(FLOOR.longCase, { loket: counter, no: number, n: minutes, baku: standardMin })
      return { key: `long ${counter}`, head, sub: null, offer: move(counter, ticketId, number) }
    }
    case 'unattended': {
      const { counter, number, ticketId } = alert
      const head = words(FLOOR.unattended, { loket: counter, no: number })
      return { key: `gone ${counter}`, head, sub: null, offer: move(counter, ticketId, number) }
    }
    case 'staff-call': {
      const head = words(FLOOR.staffCall, { kios: alert.kiosk, jam: clockTime(alert.sinceAt, zone) })
      return { key: `staff ${alert.kiosk}`, head, sub: null, offer: null }
    }
    case 'clock': {
      const when = (at: number) => `${dayText(calendarDay(at, zone), lang)} ${clockTime(at, zone)}`
      const head = words(FLOOR.clockDoubt, { mesin: when(alert.machineAt), kantor: when(alert.officeAt) })
      const offer: Offer = { by: 'wish', label: say(FLOOR.clockRight, lang), wish: { type: 'TrustClock' } }
      return { key: 'clock', head, sub: say(FLOOR.clockHow, lang), offer }
    }
    case 'disk': {
      const head = words(alert.stopped ? FLOOR.diskFull : FLOOR.diskLow, { n: alert.freeMb })
      return { key: 'disk', head, sub: say(FLOOR.diskHow, lang), offer: null }
    }
    case 'used-twice': {
      const offer: Offer = { by: 'page', label: say(TEXTS.toPairings, lang), path: PAIRINGS }
      const key = `twice ${alert.role} ${alert.place}`
      return { key, head: usedTwiceText(alert, lang), sub: say(TEXTS.usedTwiceHow, lang), offer }
    }
    case 'devices': {
      const offer: Offer = { by: 'page', label: say(FLOOR.toDevices, lang), path: '/supervisor/devices' }
      return { key: 'devices', head: words(FLOOR.devicesCare, { n: alert.count }), sub: null, offer }
    }
  }
}
