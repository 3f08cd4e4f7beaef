import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { modelIds, readModel } from '../model.ts'
import { chooseDeed, describeState, KEYS_HELP } from './keys.ts'
import { linkPty } from './pty.ts'
import { createSimulatedPrinter } from './simulated-printer.ts'
import { listenSimulated } from './start-simulated.ts'

/** How the command is called. */
export const SIMULATED_USAGE = `npm run printer:simulated -- [options]
  --model <id>      ${modelIds().join(', ')} (generic-80)
  --port <number>   TCP port on this machine (9100; 0 is any free one)
  --pty <path>      also a serial port at this path, by socat
  --baud <number>   as slow as a serial line of this speed
  --papers <folder> a picture of each paper, paper-0001.png
Keys: ${KEYS_HELP}. Without a terminal the keys are read as lines.`

/** A simulated printer that people use: `press` is a key, `stopped` resolves once it has quit. */
export type RunningPrinter = { tcpPort: number; press(key: string): void; stopped: Promise<void> }

/** Millimetres a second of common printers, and what they need to wake up. */
const MM_PER_SEC = 150
const WARM_UP_MS = 2_000

const numberOf = (name: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`--${name} ${text}: a whole number from ${least} to ${most}`)
}

/**
 * Runs a simulated printer as the command line asks; `say` is given what is to be read, line by line. Rejects with a
 * sentence for people when an argument is none, the model is unknown or the port is taken.
 */
export async function runSimulated(args: string[], say: (text: string) => void): Promise<RunningPrinter> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { model: text, port: text, pty: text, baud: text, papers: text } })
  const model = readModel(values.model ?? 'generic-80')
  if (model === null) throw new Error(`--model ${values.model}: there are ${modelIds().join(', ')}`)
  const port = numberOf('port', values.port, 0, 65_535) ?? 9_100
  const baud = numberOf('baud', values.baud, 1_200, 115_200)
  const folder = values.papers
  if (folder !== undefined) await mkdir(folder, { recursive: true })

  const options = { mmPerSec: MM_PER_SEC, warmUpMs: WARM_UP_MS, flow: 'dtr' } as const
  const printer = createSimulatedPrinter({ clock: Date.now, model, ...options })
  const listening = await listenSimulated(printer, port, baud === undefined ? {} : { baud })
  const unlink =
    values.pty === undefined ? () => {} : linkPty({ path: values.pty, tcpPort: listening.tcpPort, tell: say })

  const keep = async (no: number, png: Uint8Array) => {
    if (folder === undefined) return
    const path = join(folder, `paper-${String(no).padStart(4, '0')}.png`)
    await writeFile(path, png)
    say(path)
  }
  printer.onPaper((paper) => {
    const ends = paper.cut ? 'cut' : 'torn off'
    say(
      [`--- paper ${paper.no} ---`, ...paper.lines, `--- ${ends}${paper.partial ? ', not whole' : ''} ---`].join('\n'),
    )
    keep(paper.no, folder === undefined ? Uint8Array.of() : paper.png()).catch((error: unknown) =>
      say(error instanceof Error ? error.message : String(error)),
    )
  })
  let last = describeState(printer.state())
  printer.onState((state) => {
    const now = describeState(state)
    if (now !== last) say(now)
    last = now
  })

  say(`${model.name}: TCP port ${listening.tcpPort}${values.pty === undefined ? '' : `, serial port ${values.pty}`}`)
  say(last)
  let quit = () => {}
  const stopped = new Promise<void>((resolve) => {
    quit = () => {
      unlink()
      void listening.stop().then(resolve)
    }
  })
  return {
    tcpPort: listening.tcpPort,
    press(key) {
      const deed = chooseDeed(key, printer.state())
      if (deed?.kind === 'set') printer.set(deed.change)
      if (deed?.kind === 'take') printer.takeTicket()
      if (deed?.kind === 'quit') quit()
    },
    stopped,
  }
}
