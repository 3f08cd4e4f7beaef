import { z } from 'zod'
import { type DeviceLog, REAL_TIMERS } from '../line/line.ts'
import { drivePrinter } from '../printer/drive-printer.ts'
import { openPrinter } from '../printer/ports/open-printer.ts'
import { DeviceStatus } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { Sender } from '../protocol/roles.ts'
import { ANSWER_TIMEOUT_MS } from '../protocol/socket.ts'
import { listenToScanner } from '../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../scanner/open-line.ts'
import { newCommandId } from './new-command-id.ts'
import type { Flags } from './read-flags.ts'
import { type RemoteDoor, remoteDoor } from './remote-door.ts'

/** Who speaks to the office from here; there it is read from the token. */
const AGENT: Sender = { role: 'agent', device: 'agent', place: 'agent', staff: null }

/** How long the end of the paper in hand is waited for when the agent is to end, ms. After that it counts as uncertain. */
const STOP_MS = 12_000

/** An agent at work. `stop` lets the paper in hand end, bounded in time, and tells the office of it. */
export type Agent = { stop(): Promise<void> }

const DeviceReport = z.object({ type: z.literal('ReportDevice'), status: DeviceStatus })

const listen = (door: RemoteDoor, text: string, log: DeviceLog) =>
  listenToScanner({
    line: openScannerLine(text, {
      onSpeed: (baud, fits) =>
        log[fits ? 'info' : 'warn']({ baud }, fits ? 'scanner speed found' : 'not the speed of the scanner'),
    }),
    async onCode(scanned) {
      const answer = await door.ask({ type: 'CheckIn', commandId: newCommandId(), scanned }, ANSWER_TIMEOUT_MS)
      // Nobody stands there any more when the office is back: a scan is never kept for later.
      if (answer === null) log.warn({}, 'a scan was dropped: the office did not answer')
      else if (answer.status === 'refused') log.warn({ answer: answer.refusal.code }, 'a scan was not taken')
    },
    onStatus: (status) => log[status === 'ready' ? 'info' : 'warn']({ status }, 'scanner status'),
    onSpoiled: () => log.warn({}, 'a scanner sent what is no code'),
    nowMs: () => performance.now(),
    timers: REAL_TIMERS,
  })

const drive = async (door: Door, server: string, printer: NonNullable<Flags['printer']>, log: DeviceLog) => {
  const { port: text, model, columns, logo } = printer
  const { port, stop } = await openPrinter(text, { clock: Date.now, model, columns: columns ?? model.columns })
  const driver = drivePrinter({
    ...{ door, sender: AGENT, port, model, columns, logo },
    ...{ address: server, newCommandId, log },
  })
  return {
    async stop() {
      await driver.stop()
      await stop()
    },
  }
}

/**
 * Puts the printer and the scanner of this machine on the Door of an office elsewhere, with the very code that does it
 * beside the office. Neither has to be there, nor the office: everything is waited for.
 */
export const runAgent = async ({ servers, token, printer, scanner }: Flags, log: DeviceLog): Promise<Agent> => {
  /** How the printer was said to be last: an office that missed this agent for a while took it for offline. */
  let said: z.infer<typeof DeviceReport> | null = null
  const door = remoteDoor({
    ...{ servers, token, log },
    onWelcome: () => {
      if (said !== null) void door.submit({ ...said, commandId: newCommandId() }, AGENT)
    },
  })
  const heard: Door = {
    watch: door.watch,
    submit(command, sender) {
      const report = DeviceReport.safeParse(command)
      if (report.success) said = report.data
      return door.submit(command, sender)
    },
  }
  const driver = printer === null ? null : await drive(heard, servers[0], printer, log)
  const ears = scanner === null ? null : listen(door, scanner, log)
  return {
    async stop() {
      const cancel = REAL_TIMERS.after(STOP_MS, door.close)
      await ears?.stop()
      await driver?.stop()
      cancel()
      door.close()
    },
  }
}
