import { chooseScreen, PAPER_MS } from '../../kiosk/choose-screen.ts'
import { evolveLocal, UNTOUCHED } from '../../kiosk/local.ts'
import { PRINTER_WHY } from '../../kiosk/paper-texts.ts'
import type { Line } from '../../line/line.ts'
import { drivePrinter } from '../../printer/drive-printer.ts'
import type { ReceivedPaper } from '../../printer/simulated/received-paper.ts'
import { createSimulatedPrinter, type Simulation } from '../../printer/simulated/simulated-printer.ts'
import type { DeviceStatus } from '../../protocol/commands.ts'
import type { PaperState } from '../../protocol/faces.ts'
import { NOW, ticketOf, viewOf, visitOf } from '../kiosk/sample-views.ts'
import { type Hands, makeHands } from '../support/hands.ts'
import { lineTo } from './memory-line.ts'
import { createPaperDoor, PRINTER } from './paper-door.ts'
import { ADDRESS, denpasar, GENERIC, modelOf } from './sample-slip.ts'

/** The driver in an office's own pace, in virtual time. */
export const driveBy = (
  hands: Pick<Hands, 'timers'>,
  office: ReturnType<typeof createPaperDoor>,
  port: Line,
  model = GENERIC,
) => {
  let ids = 0
  return drivePrinter({
    ...{ door: office.door, sender: PRINTER, port, model, address: ADDRESS, timers: hands.timers },
    newCommandId: () => `command-${String(++ids).padStart(16, '0')}`,
    log: { info() {}, warn() {} },
  })
}

/** A printer in memory that takes the time that paper takes, driven for an office, in virtual time. */
export const atWork = (id: string, given: Pick<Simulation, 'talk' | 'trouble' | 'flow'> = {}) => {
  const hands = makeHands()
  const model = modelOf(id)
  const told = { clock: () => denpasar(10, 8), model, timers: hands.timers, mmPerSec: 150, warmUpMs: 1_000 }
  const printer = createSimulatedPrinter({ ...told, ...given })
  const office = createPaperDoor()
  const driver = driveBy(hands, office, lineTo(printer, hands.timers).line, model)
  return { hands, printer, office, driver }
}

/** Papers that came out whole, `A001` or `A001 CETAK ULANG`. */
export const whole = (papers: readonly ReceivedPaper[]): string[] =>
  papers
    .filter(({ partial }) => !partial)
    .flatMap(({ lines, marked }) => {
      const number = lines.find((line) => /^ +A\d{3}$/.test(line))?.trim()
      return number === undefined ? [] : [marked ? `${number} CETAK ULANG` : number]
    })

/** What the kiosk shows to whoever has waited for a paper in this state, behind a printer that is so. */
export const shownBy = (printer: DeviceStatus, paper: PaperState) => {
  const view = viewOf({ visit: visitOf('on-time', { ticket: ticketOf({ paper }) }), printer })
  const local = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW - 3_600_000, staffCalledAt: null })
  const screen = chooseScreen({ status: 'live', view, lostAt: null }, local, NOW + PAPER_MS)
  return { ...screen, why: screen.name === 'printer-trouble' ? PRINTER_WHY[screen.printer]?.id : null }
}
