import { createInterface } from 'node:readline'
import { KEYS_HELP } from './keys.ts'
import { runSimulated, SIMULATED_USAGE } from './run-simulated.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const run = async (args: string[]) => {
  const { press, stopped } = await runSimulated(args, say)
  say(`Keys: ${KEYS_HELP}`)
  process.on('SIGTERM', () => press('q'))
  process.on('SIGINT', () => press('q'))
  const { stdin } = process
  if (stdin.isTTY) {
    stdin.setRawMode(true)
    stdin.setEncoding('utf8')
    stdin.on('data', (keys) => {
      for (const key of keys.toString()) press(key)
    })
  } else createInterface({ input: stdin }).on('line', (line) => press(line.trim().slice(0, 1)))
  await stopped
  if (stdin.isTTY) stdin.setRawMode(false)
  stdin.destroy()
}

const args = process.argv.slice(2)
if (args.includes('--help')) say(SIMULATED_USAGE)
else
  run(args).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${SIMULATED_USAGE}\n`)
    process.exitCode = 2
  })
