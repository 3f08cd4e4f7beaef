import type { Answer } from '../../protocol/answers.ts'
import { Command, type DeviceStatus, type SlipReport } from '../../protocol/commands.ts'
import type { Door } from '../../protocol/door.ts'
import type { RefusalCode } from '../../protocol/refusals.ts'
import type { Sender } from '../../protocol/roles.ts'
import { PrinterView, type Slip } from '../../protocol/views.ts'
import { within } from './within.ts'

export const PRINTER: Sender = { role: 'printer', device: 'test', place: '1', staff: null }

type Told = { type: 'ReportSlip'; slipId: string; status: SlipReport } | { type: 'ReportDevice'; status: DeviceStatus }

const taken: Answer = { status: 'taken', result: { kind: 'done' } }
const refused = (code: RefusalCode): Answer => ({ status: 'refused', refusal: { code } })

/**
 * The office as a printer knows it, in memory: it owes papers, takes reports in their order, and queues one marked
 * reprint for an original whose end is uncertain. `before` sees each command before it counts, and may have it refused.
 */
export const createPaperDoor = (before: (told: Told) => Promise<RefusalCode | undefined> = async () => undefined) => {
  let slips: Slip[] = []
  let behind: Slip[] | null = null
  let seq = 0
  const told: Told[] = []
  const watchers = new Set<(view: PrinterView) => void>()
  const waiting = new Set<() => void>()

  const view = (): PrinterView =>
    PrinterView.parse({
      role: 'printer',
      epoch: 'test',
      seq: ++seq,
      at: 0,
      office: { name: 'Kantor', zone: 'Asia/Makassar' },
      day: '2026-11-24',
      place: '1',
      slips: behind ?? slips,
    })

  const show = () => {
    for (const onView of watchers) onView(view())
  }

  const owe = (...more: Slip[]) => {
    slips = [...slips, ...more]
    show()
  }

  const decide = (command: Told): Answer => {
    if (command.type === 'ReportDevice') return taken
    const slip = slips.find((one) => one.slipId === command.slipId)
    if (slip === undefined) return refused('unknown-slip')
    if (slip.state !== (command.status === 'sending' ? 'queued' : 'sending')) return refused('wrong-step')
    slips =
      command.status === 'sending'
        ? slips.map((one) => (one === slip ? { ...one, state: 'sending' } : one))
        : slips.filter((one) => one !== slip)
    if (command.status === 'uncertain' && slip.mark === 'original')
      slips.push({ ...slip, slipId: slip.slipId.replace(/1$/, '2'), mark: 'reprint', state: 'queued' })
    return taken
  }

  const door: Door = {
    async submit(input, sender) {
      const parsed = Command.safeParse(input)
      if (!parsed.success || sender !== PRINTER) return { status: 'invalid', issues: [] }
      const command = parsed.data
      if (command.type !== 'ReportSlip' && command.type !== 'ReportDevice') return refused('not-permitted')
      const no = await before(command)
      if (no !== undefined) return refused(no)
      const answer = decide(command)
      told.push(command)
      show()
      for (const look of waiting) look()
      return answer
    },
    watch(_sender, onView) {
      watchers.add(onView)
      onView(view())
      return () => watchers.delete(onView)
    },
  }

  return {
    door,
    owe,
    /** Shows these papers as owed, whatever the office knows: views that are behind. */
    fallBehind(shown: Slip[]) {
      behind = shown
      show()
    },
    owed: () => slips,
    /** What became of papers, `A037/1 printed`, in order. */
    papers: () =>
      told.flatMap((command) => (command.type === 'ReportSlip' ? `${command.slipId.slice(11)} ${command.status}` : [])),
    /** The device's statuses in order. */
    devices: () => told.flatMap((command) => (command.type === 'ReportDevice' ? command.status : [])),
    /** Resolves as soon as what was told satisfies `holds`; rejects after `ms` with what was told. */
    until: (holds: () => boolean, ms = 15_000) => {
      const holding = new Promise<void>((resolve) => {
        const look = () => {
          if (!holds()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      })
      return within(ms, holding, () => `waited in vain; told was ${JSON.stringify(told)}`)
    },
  }
}
