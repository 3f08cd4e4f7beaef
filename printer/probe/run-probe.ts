import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Line, REAL_TIMERS, type Timers } from '../../line/line.ts'
import { modelIds, readModel } from '../model.ts'
import { openPort, parsePort } from '../ports/open-port.ts'
import { type Look, probePrinter } from './probe-printer.ts'
import type { Question } from './transcript.ts'

/** How the command is called. */
export const PROBE_USAGE = `npm run printer:probe -- PORT [options]
  PORT              tcp://10.0.0.9:9100, serial:///dev/serial/by-id/…?baud=38400 or file:///dev/usb/lp0
  --print           also print a test page and ask you what is on it
  --yes             with --print: ask nothing, take it that all of it came, 48 columns wide
  --name <words>    what the printer is called: "Epson TM-T82X"
  --out <folder>    where the two files go (this folder)

Writes a profile, <name>.json, for the office's data/printers/ (office.json: "model": "<name>"), and a transcript,
<name>.transcript.json, of every byte: it can be kept as a test (test/printer/transcripts).

A printer takes one connection at a time: stop the office's server or agent first. Without --print no paper is used.
Commands that a clone could print as letters (GS a, GS ( H) are then sent to an Epson or a Bixolon alone, by the name the
printer itself gives; GS I and GS r to those alone that answer about their state, and ESC @ empties the row afterwards.
With --print all are tried, so a few stray letters may stand on the test page.

Exit codes: 0 both files are written, 1 no printer there or one to be repaired first, 2 wrong flags.`

/** What the person beside the printer is asked. */
const QUESTIONS: Record<Question, string> = {
  'ruler-32': 'Once the page is out: is its line "32:" whole, on one row, with its bar | at the end?',
  'ruler-42': 'Is the line "42:" whole, on one row, with its bar | at the end?',
  'ruler-48': 'Is the line "48:" whole, on one row, with its bar | at the end?',
  'ruler-64': 'Is the line "64:" whole, on one row, with its bar | at the end?',
  'native-qr': 'Is there a QR below "QR BY COMMAND:"?',
  'raster-qr': 'Is there a QR below "QR AS A PICTURE:"?',
  cut: 'Did the printer cut the paper?',
  'cut-again': 'And now?',
}

/** How the program meets the world: `say` is given lines to read, `ask` a question that a person answers yes or no. */
export type ProbeWorld = {
  say: (text: string) => void
  ask: (question: string) => Promise<boolean>
  openLine?: (port: string) => Line
  clock?: { timers: Timers; nowMs: () => number }
}

const REAL_CLOCK = { timers: REAL_TIMERS, nowMs: () => performance.now() }

/** A name as a file has it, `epson-tm-t82x`, an id that `readModel` takes. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '') || 'printer'

const readArguments = (args: string[]) => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const options = { print: flag, yes: flag, name: text, out: text }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [port, ...more] = positionals
  if (port === undefined || more.length > 0) throw new Error('expected one port of a printer')
  const kind = parsePort(port)?.kind
  if (kind === undefined || kind === 'simulated') throw new Error(`${port}: this is no port of a real printer`)
  if (values.yes && !values.print) throw new Error('--yes: only with --print')
  if (values.name?.trim() === '') throw new Error('--name: expected words')
  const name = values.name?.trim().slice(0, 60) ?? null
  return { port, kind, print: values.print === true, yes: values.yes === true, name, out: values.out ?? '.' }
}

/** The models that the product comes with. */
const shippedModels = () => modelIds().flatMap((id) => readModel(id) ?? [])

/**
 * Probes the printer that the command line names and writes profile and transcript. Answers the exit code; rejects with a
 * sentence for people when an argument is none.
 */
export async function runProbe(args: string[], world: ProbeWorld): Promise<0 | 1> {
  const { port, kind, print, yes, name, out } = readArguments(args)
  const { say, ask, openLine = openPort, clock = REAL_CLOCK } = world
  const look: Look = async (question) => (yes ? question !== 'ruler-64' : ask(QUESTIONS[question]))
  if (kind === 'file') say('A device file is only written to: whatever this printer answers is not heard.')
  const line = openLine(port)
  try {
    say(`Asking ${port} …`)
    const known = shippedModels()
    const probe = await probePrinter({ line, ...clock, look: print ? look : null, name, known })
    if (probe === null) {
      say('Nobody answers there. Is it switched on, and is the office’s server or agent stopped?')
      return 1
    }
    for (const remark of probe.remarks) say(remark)
    if (!probe.ready) {
      say(
        `The printer cannot print now (${probe.findings.status}). Put that right and start again; nothing is written.`,
      )
      return 1
    }
    if (line.status() !== 'open') say('The connection broke off meanwhile: start again to be sure.')
    const { profile } = probe.transcript
    const id = idOf(profile.name)
    await mkdir(out, { recursive: true })
    for (const [file, content] of [
      [`${id}.json`, profile],
      [`${id}.transcript.json`, probe.transcript],
    ] as const) {
      const path = join(out, file)
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
      say(path)
    }
    return 0
  } finally {
    await line.close()
  }
}
