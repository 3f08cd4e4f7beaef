import { type DeviceLog, type Line, REAL_TIMERS, type Timers } from '../line/line.ts'
import { type Answer, isUntaken } from '../protocol/answers.ts'
import type { DeviceStatus, SlipReport, Wish } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { Sender } from '../protocol/roles.ts'
import type { PrinterView, Slip } from '../protocol/views.ts'
import { mayPrint } from './device-status.ts'
import { cutOffRest, encodeSlip } from './encode-slip.ts'
import type { PrinterModel } from './model.ts'
import { PACE, type Pace } from './pace.ts'
import type { Raster } from './raster.ts'
import { slipLines } from './slip-lines.ts'
import { type PrintEnd, talkToPrinter } from './talk-to-printer.ts'

/** A printer at work. `stop` lets the paper in hand end (bounded in time), then closes the port. */
export type PrinterDriver = { stop(): Promise<void> }

/**
 * Puts on paper what the office owes. It watches the Door as a printer and acts on the difference between what the view
 * owes and what it has done, one paper at a time: look at the printer, report `sending`, write, wait for the proof, report
 * `printed`, `unproven` or `uncertain`. Before `sending` is on the journal's disk no byte leaves, so a paper that was
 * never begun stays queued; after it every doubt is `uncertain`, and whether there is a marked reprint is for the rules.
 * A paper found in `sending` that this driver did not begin belongs to a server that died: `uncertain` at once.
 *
 * `columns` where the unit is set to other ones than its model; `address` is the office's origin for the QR,
 * `http://192.168.1.10:8080`; `newCommandId` makes ids for the Door. Opens the port and keeps it. Throws at once when
 * `address` is not a URL.
 */
export function drivePrinter(given: {
  door: Door
  sender: Sender
  port: Line
  model: PrinterModel
  columns?: number | null
  logo?: Raster | null
  address: string
  newCommandId: () => string
  log: DeviceLog
  timers?: Timers
  pace?: Partial<Pace>
}): PrinterDriver {
  const { door, sender, port, model, logo = null, newCommandId, log, timers = REAL_TIMERS } = given
  const columns = given.columns ?? model.columns
  const address = new URL(given.address).href
  const pace = { ...PACE, ...given.pace }
  const talk = talkToPrinter({ port, model, timers, pace, onStatus: (status) => void reportDevice(status) })
  /** Papers whose end is reported. A view made before the report may still show them as owed. */
  const settled = new Set<string>()
  let view: PrinterView | null = null
  let reported: DeviceStatus | null = null
  let reporting: Promise<void> = Promise.resolve()
  /** Something of a paper that was broken off may be in the printer: also of one that a dead server began. */
  let restInPrinter = true
  let stopped = false
  let stirred = false
  let wake = () => {}

  const stir = () => {
    stirred = true
    wake()
  }

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = timers.after(ms, resolve)
      wake = () => {
        cancel()
        resolve()
      }
      if (stirred || stopped) wake()
    })

  const submit = async (wish: Wish): Promise<Answer> => {
    const answer = await door.submit({ ...wish, commandId: newCommandId() }, sender)
    if (answer.status !== 'taken')
      log.warn(
        { command: wish.type, answer: answer.status === 'refused' ? answer.refusal.code : 'invalid' },
        'not taken',
      )
    return answer
  }

  const reportSlip = (slipId: string, status: SlipReport) => submit({ type: 'ReportSlip', slipId, status })

  const settle = async (slipId: string, status: PrintEnd['status'], why: string) => {
    settled.add(slipId)
    log[status === 'uncertain' ? 'warn' : 'info']({ slip: slipId, status, why }, 'paper ended')
    if (status === 'uncertain') {
      restInPrinter = true
      if (port.status() === 'open') await talk.forget()
    }
    while (isUntaken(await reportSlip(slipId, status)) && !stopped) {
      stirred = false
      await rest(pace.pollMs)
    }
  }

  /** One after the other: what the printer says by itself comes while something else is reported. */
  const reportDevice = (status: DeviceStatus) => {
    const report = async () => {
      if (status === reported) return
      log.info({ printer: sender.place, status }, 'printer status')
      const answer = await submit({ type: 'ReportDevice', status })
      if (answer.status === 'taken') reported = status
    }
    reporting = reporting.then(report)
    return reporting
  }

  const owed = (state: Slip['state']): Slip | undefined =>
    view?.slips.find((slip) => slip.state === state && !settled.has(slip.slipId))

  const look = async (): Promise<DeviceStatus | null> => {
    const status = await talk.deviceStatus()
    if (status !== null) await reportDevice(status)
    return status
  }

  const print = async (slip: Slip) => {
    const bytes = encodeSlip(slipLines(slip, columns, address), model, columns, logo)
    if (await talk.isNotTaken()) log.info({ printer: sender.place }, 'the last paper was not taken')
    const answer = await reportSlip(slip.slipId, 'sending')
    if (isUntaken(answer)) return rest(pace.pollMs)
    if (answer.status !== 'taken') {
      settled.add(slip.slipId)
      return
    }
    const job = restInPrinter ? Uint8Array.of(...cutOffRest(model), ...bytes) : bytes
    restInPrinter = false
    const end = await talk.print(job)
    await settle(slip.slipId, end.status, end.why)
  }

  const turn = async () => {
    stirred = false
    for (const slipId of settled) if (!view?.slips.some((slip) => slip.slipId === slipId)) settled.delete(slipId)
    const orphan = owed('sending')
    if (orphan !== undefined) return settle(orphan.slipId, 'uncertain', 'begun before the restart')
    if (port.status() !== 'open') {
      // The first connection takes a moment; an office that starts should not read "offline" for it.
      if (reported !== null) await reportDevice('offline')
      await rest(pace.pollMs)
      if (port.status() !== 'open' && !stopped && !stirred) await reportDevice('offline')
      return
    }
    if (restInPrinter && owed('queued') !== undefined) await talk.forget()
    const status = await look()
    const slip = owed('queued')
    if (slip !== undefined && mayPrint(status) && !stopped) return print(slip)
    await rest(pace.pollMs)
  }

  const run = async () => {
    while (!stopped) await turn()
  }

  const stopHearing = port.onStatus(stir)
  const stopWatching = door.watch(sender, (seen) => {
    if (seen.role !== 'printer') return
    view = seen
    // While nobody answers a changed view changes nothing, and must not keep the driver from saying so.
    if (port.status() === 'open') stir()
  })
  port.open()
  const running = run()

  return {
    async stop() {
      stopped = true
      stopWatching()
      wake()
      await running
      stopHearing()
      talk.close()
      await port.close()
    },
  }
}
