import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { parseDevice } from '../line/parse-device.ts'
import { modelIds, PrinterModel, readModel } from '../printer/model.ts'
import { parsePort } from '../printer/ports/open-port.ts'
import { type Raster, readLogo } from '../printer/raster.ts'

/** What an agent was started with: where its office is, who it is there, and what is plugged in here. */
export type Flags = {
  /** The origins of the office's servers, as its screens use them; the slips' QR codes point to the first. */
  servers: readonly [string, ...string[]]
  token: string
  printer: { port: string; model: PrinterModel; columns: number | null; logo: Raster | null } | null
  scanner: string | null
}

/** The flags, or every mistake in them, a sentence each; null when help was asked for. */
export type ReadFlags = { status: 'read'; flags: Flags } | { status: 'wrong'; problems: string[] } | null

/** What `--help` says. */
export const HELP = `agent --server http://HOST:PORT --token TOKEN [--printer PORT] [--scanner LINE]

  --server   where the office is, as its screens reach it: http://antrean.local:4100; of several servers all, with commas
  --token    what "antrean pair agent 1" printed; or in the environment, unseen by others: ANTREAN_AGENT_TOKEN
  --printer  tcp://10.0.0.9:9100, serial:///dev/serial/by-id/…?baud=38400, file:///dev/usb/lp0 or simulated; in the
             office's document its port is "agent"
  --scanner  serial:///dev/serial/by-id/…?baud=9600 or file:///dev/…
  --model    what the printer is (generic-80): ${modelIds().join(', ')};
             or the file of a model that "npm run printer:probe" wrote
  --columns  where the printer is set to other ones than its model: 32, 42 or 48
  --logo     a PNG that stands on every slip

It runs until it is ended. Exit codes: 0 ended, 2 wrong flags.`

const NAMES = ['server', 'token', 'printer', 'scanner', 'model', 'columns', 'logo']
const OPTIONS = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]))

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.replace(/\/$/, '')

const AN_ORIGIN = 'expected the origin of the office, such as http://antrean.local:4100'
const A_TOKEN = 'expected the 43 characters that "antrean pair agent" printed'

const sentenceOf = (trouble: unknown): string => (trouble instanceof Error ? trouble.message : String(trouble))

const isFile = (model: string): boolean => model.endsWith('.json')
const modelOf = (model: string): PrinterModel | null =>
  isFile(model) ? PrinterModel.parse(JSON.parse(readFileSync(model, 'utf8'))) : readModel(model)

const Origin = z
  .string()
  .refine(isOrigin, AN_ORIGIN)
  .transform((text) => new URL(text).origin)

const Given = z.object({
  server: z
    .string(AN_ORIGIN)
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.tuple([Origin], Origin)),
  token: z.string(A_TOKEN).regex(/^[A-Za-z0-9_-]{43}$/, A_TOKEN),
  printer: z
    .string()
    .refine((text) => parsePort(text) !== null, 'this is no port of a printer')
    .optional(),
  scanner: z
    .string()
    .refine((text) => parseDevice(text, 9_600) !== null, 'this is no line of a scanner')
    .optional(),
  model: z
    .string()
    .refine(
      (text) => isFile(text) || modelIds().includes(text),
      `expected a .json file or one of ${modelIds().join(', ')}`,
    )
    .default('generic-80'),
  columns: z.enum(['32', '42', '48'], 'expected 32, 42 or 48').transform(Number).optional(),
  logo: z.string().optional(),
})

/** Reads the arguments and the environment of an agent, and the files they name. */
export const readFlags = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReadFlags => {
  try {
    const { values } = parseArgs({ args: [...args], options: { ...OPTIONS, help: { type: 'boolean' } } })
    if (values.help) return null
    const given = Given.safeParse({ token: environment.ANTREAN_AGENT_TOKEN, ...values })
    if (!given.success)
      return {
        status: 'wrong',
        problems: given.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`),
      }
    const { server: servers, token, printer: port, scanner = null, columns = null, logo } = given.data
    const model = modelOf(given.data.model)
    if (model === null || (port === undefined && scanner === null))
      return { status: 'wrong', problems: ['--printer, --scanner: expected one of them at least'] }
    const picture = logo === undefined ? null : readLogo(readFileSync(logo), model.dots)
    const printer = port === undefined ? null : { port, model, columns, logo: picture }
    return { status: 'read', flags: { servers, token, printer, scanner } }
  } catch (trouble) {
    // An argument that is none, a logo that is no picture.
    return { status: 'wrong', problems: [sentenceOf(trouble)] }
  }
}
