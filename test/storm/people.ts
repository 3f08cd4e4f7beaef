import type { Wish } from '../../protocol/commands.ts'
import type { View, ViewOf } from '../../protocol/views.ts'
import type { Draws } from '../../simulator/generate/draws.ts'
import type { Client } from './client.ts'
import type { World } from './world.ts'

/** A row of a choice: what, and how likely beside the others; what is null cannot be chosen now. */
type Choice = readonly [wish: Wish | null | undefined | false, weight: number]

/** One of the wishes that are possible now, null when none is. */
const chooseWish = (draws: Draws, choices: readonly Choice[]): Wish | null => {
  const possible = choices.flatMap(([wish, weight]) => (wish ? [[wish, weight] as const] : []))
  let left = draws.uniform(
    0,
    possible.reduce((sum, [, weight]) => sum + weight, 0),
  )
  for (const [wish, weight] of possible) {
    left -= weight
    if (left < 0) return wish
  }
  return null
}

const viewOf = <R extends 'kiosk' | 'counter' | 'supervisor'>(client: Client, role: R): ViewOf<R> | null => {
  const seen = client.seen()
  const isOwn = (view: View): view is ViewOf<R> => view.role === role
  return (seen.status === 'live' || seen.status === 'stale') && isOwn(seen.view) ? seen.view : null
}

/** What a visitor at a kiosk does next; `codes` in the order in which people come, and some that nobody has. */
export const atKiosk = (client: Client, draws: Draws, codes: string[], used: string[]): Wish | null => {
  const view = viewOf(client, 'kiosk')
  if (view === null) return null
  const { visit } = view
  const ticketId = visit?.ticket?.ticketId
  const next = codes[0]
  const known = used[Math.floor(draws.uniform(0, used.length))]
  const wish = chooseWish(draws, [
    [next !== undefined && { type: 'CheckIn', scanned: next }, 12],
    [known !== undefined && { type: 'CheckIn', scanned: known }, 2],
    [{ type: 'CheckIn', scanned: 'NOBODY00' }, 0.5],
    [{ type: 'TakeNumber', service: 'passport-new', priority: draws.chance(0.1), reason: 'other' }, 2],
    [visit?.verdict === 'too-late' && { type: 'TakeNumberAnyway', visitId: visit.visitId }, 12],
    [visit?.verdict === 'checklist' && { type: 'ConfirmDocuments', visitId: visit.visitId }, 30],
    [visit?.verdict === 'checklist' && { type: 'PutOff', visitId: visit.visitId }, 4],
    [ticketId !== undefined && { type: 'Reprint', ticketId }, 1],
    [
      ticketId !== undefined &&
        visit?.ticket?.paper === 'unproven' && { type: 'ConfirmPaper', ticketId, out: draws.chance(0.9) },
      12,
    ],
    [view.staffCalledAt === null ? { type: 'CallStaff' } : { type: 'CancelStaffCall' }, 0.5],
  ])
  if (wish?.type === 'CheckIn' && wish.scanned === next) used.push(...codes.splice(0, 1))
  return wish
}

/** What staff at a counter do next, by what their page shows. `openWith`: what this counter serves and helps with. */
export const atCounter = (
  client: Client,
  draws: Draws,
  openWith: { stages: string[]; helps: string[] },
): Wish | null => {
  const view = viewOf(client, 'counter')
  if (view === null) return null
  const { inHand, undo } = view
  const takeBack: Choice = [undo !== null && { type: 'Undo', ticketId: undo.ticketId }, 0.6]
  if (view.open === null) return { type: 'OpenCounter', ...openWith }
  if (inHand !== null) {
    const { ticketId } = inHand
    const counter = view.targets.counters[0]?.counter
    const stage = view.targets.stages.at(-1)?.id
    if (inHand.step === 'called')
      return chooseWish(draws, [
        [{ type: 'Start', ticketId }, 8],
        [{ type: 'Recall', ticketId }, 1],
        [{ type: 'NoShow', ticketId }, 1.5],
        takeBack,
      ])
    return chooseWish(draws, [
      [{ type: 'Finish', ticketId, outcome: draws.chance(0.9) ? 'completed' : 'rejected' }, 10],
      [{ type: 'Park', ticketId }, 0.7],
      [counter !== undefined && { type: 'Transfer', ticketId, to: { kind: 'counter', counter } }, 0.7],
      [stage !== undefined && { type: 'Transfer', ticketId, to: { kind: 'stage', stage } }, 0.5],
      [{ type: 'AskDocument', ticketId, document: 'copy' }, 0.3],
    ])
  }
  if (view.paused !== null) return { type: 'ResumeCounter' }
  const reason = 'urgent'
  const last = view.queue.at(-1)
  const late = view.queue.find(({ setBackMin }) => setBackMin > 0)
  const parked = view.parked[0]
  const other = view.others.find(({ ticketId }) => ticketId !== null)?.ticketId
  return chooseWish(draws, [
    [{ type: 'CallNext' }, view.next === null ? 1 : 20],
    [last && { type: 'CallTicket', ticketId: last.ticketId, reason }, 0.7],
    [late && { type: 'AcceptLate', ticketId: late.ticketId, reason }, 0.5],
    [last && !last.priority && { type: 'GrantPriority', ticketId: last.ticketId, reason }, 0.5],
    [parked && { type: 'Resume', ticketId: parked.ticketId }, 3],
    [other != null && { type: 'TakeOver', ticketId: other, reason }, 0.3],
    [{ type: 'PauseCounter', reason: 'rest' }, 0.7],
    [{ type: 'CloseCounter' }, 0.3],
    [view.kiosks[0] !== undefined && grantedAt(view.kiosks[0]), 0.3],
    takeBack,
  ])
}

const grantedAt = (kiosk: string): Wish => ({
  ...{ type: 'GrantNumber', service: 'passport-new', priority: true },
  ...{ walkInReason: 'other', kiosk, reason: 'urgent' },
})

/** What a supervisor does next: sends somebody elsewhere, ends a ticket, lets a counter help, says what is down. */
export const atDesk = (client: Client, draws: Draws, tickets: readonly string[]): Wish | null => {
  const view = viewOf(client, 'supervisor')
  if (view === null) return null
  const ticketId = tickets[Math.floor(draws.uniform(0, tickets.length))]
  const open = view.counters.filter(({ status }) => status !== 'closed')
  const counter = open[Math.floor(draws.uniform(0, open.length))]?.counter
  const inHand = open.find((one) => one.ticketId !== null)?.ticketId
  const reason = 'urgent'
  return chooseWish(draws, [
    [ticketId !== undefined && { type: 'Reassign', ticketId, to: { kind: 'queue' }, reason }, 2],
    [
      ticketId !== undefined &&
        counter !== undefined && { type: 'Reassign', ticketId, to: { kind: 'counter', counter }, reason },
      2,
    ],
    [inHand != null && { type: 'Reassign', ticketId: inHand, to: { kind: 'queue' }, reason }, 2],
    [ticketId !== undefined && { type: 'CancelTicket', ticketId, reason: 'left' }, 1],
    [counter !== undefined && { type: 'SetHelps', counter, helps: draws.chance(0.5) ? ['documents'] : [] }, 1],
    [view.outage === null ? { type: 'StartOutage', scope: 'network' } : { type: 'EndOutage' }, 1],
  ])
}

/** Somebody acts again and again, so many ms apart on average, as long as the storm goes on. */
export const keepActing = (
  world: World,
  client: Client,
  meanMs: number,
  choose: (draws: Draws) => Wish | null,
): void => {
  const draws = world.draws(`acts of ${client.name}`)
  const wait = (): void =>
    void world.time.after(draws.exponential(meanMs), () => {
      if (world.calm) return
      const wish = client.isLive() || world.seams.keepsCommands ? choose(draws) : null
      if (wish !== null && world.mayGoOn()) client.submit(wish)
      wait()
    })
  wait()
}
