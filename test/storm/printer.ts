import { type Answer, isUntaken } from '../../protocol/answers.ts'
import type { DeviceStatus, Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { Slip } from '../../protocol/views.ts'
import type { Life } from './server.ts'
import type { World } from './world.ts'

/** What can go wrong with the papers of one printer, as chances. `mute`: it proves nothing, as cheap ones do. */
export type PrinterTemper = { silent: number; isMute: boolean }

/** A printer beside the server. Its driver lives and dies with the server; paper that is out is out. */
export type Printer = {
  /** Starts the driver of one life. */
  drive(life: Life): void
  /** Something that somebody has to mend, or `ready`. */
  set(status: DeviceStatus): void
}

/** From the first byte to the knife, ms, and how long a driver waits for a proof. */
const PAPER_MS = 1500
const PROOF_MS = 5000
/** When a driver asks again what the disk did not take, ms. */
const AGAIN_MS = 1000

/**
 * A printer whose driver keeps the order of `printer/drive-printer.ts`: `sending` is on the disk before the first byte, then
 * the proof, then `printed`, `unproven` or `uncertain`; a paper found in `sending` belongs to a server that died.
 */
export const makePrinter = (world: World, place: string, temper: PrinterTemper): Printer => {
  const { time, seams } = world
  const sender: Sender = { role: 'printer', device: `printer-${place}`, place, staff: null }
  const draws = world.draws(`printer ${place}`)
  let status: DeviceStatus = 'ready'
  let stir = () => {}

  const putOut = ({ slipId, mark }: Slip): void => {
    world.sheets.push({ slipId, ticketId: slipId.replace(/\/\d+$/, ''), mark, at: time.now() })
    world.tell(`printer ${place}`, () => `${slipId} comes out, ${mark}`)
  }

  return {
    set(next) {
      status = next
      world.tell(`printer ${place}`, () => `is ${next}`)
      stir()
    },
    drive(life) {
      let slips: readonly Slip[] = []
      let isBusy = false
      let reported: DeviceStatus | null = null
      const settled = new Set<string>()
      const submit = (wish: Wish, onAnswer: (answer: Answer) => void): void => {
        time.stir()
        const answered = (answer: Answer): void => {
          if (!life.dead) onAnswer(answer)
        }
        // A fault ends the life by itself.
        life.door.submit({ ...wish, commandId: world.newId('house') }, sender).then(answered, () => {})
      }
      const report = (slipId: string, end: 'printed' | 'unproven' | 'uncertain'): void => {
        settled.add(slipId)
        submit({ type: 'ReportSlip', slipId, status: end }, (answer) => {
          if (isUntaken(answer)) time.after(AGAIN_MS, () => life.dead || report(slipId, end))
          else rest()
        })
      }
      const print = (slip: Slip): void => {
        const isSilent = draws.chance(temper.silent)
        // What a dead server sent may still come out, or only half of it.
        const comes = !isSilent || draws.chance(0.5)
        time.after(PAPER_MS, () => {
          if (comes && (!life.dead || draws.chance(0.5))) putOut(slip)
        })
        time.after(isSilent ? PROOF_MS : PAPER_MS, () => {
          if (life.dead) return
          if (isSilent && seams.printsAgain) putOut(slip)
          report(slip.slipId, isSilent ? 'uncertain' : temper.isMute ? 'unproven' : 'printed')
        })
      }
      const turn = (): void => {
        if (life.dead || isBusy) return
        const owed = (state: Slip['state']) => slips.find((slip) => slip.state === state && !settled.has(slip.slipId))
        const orphan = owed('sending')
        const slip = owed('queued')
        if (orphan === undefined && slip === undefined && reported === status) return
        isBusy = true
        if (orphan !== undefined) report(orphan.slipId, 'uncertain')
        else if (reported !== status) {
          reported = status
          submit({ type: 'ReportDevice', status }, rest)
        } else if (slip === undefined || status !== 'ready') isBusy = false
        else
          submit({ type: 'ReportSlip', slipId: slip.slipId, status: 'sending' }, (answer) => {
            if (answer.status === 'taken') return print(slip)
            if (isUntaken(answer)) return void time.after(AGAIN_MS, rest)
            settled.add(slip.slipId)
            rest()
          })
      }
      const rest = (): void => {
        isBusy = false
        turn()
      }
      const stop = life.door.watch(sender, (view) => {
        if (view.role !== 'printer') return
        slips = view.slips
        turn()
      })
      life.onDeath.add(stop)
      stir = turn
      turn()
    },
  }
}
