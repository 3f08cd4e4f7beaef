import { createInterface } from 'node:readline'
import { PROBE_USAGE, runProbe } from './run-probe.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Asks until the answer is one; whoever has gone away has said no. */
const askPerson = () => {
  const input = createInterface({ input: process.stdin })
  const lines = input[Symbol.asyncIterator]()
  return {
    async ask(question: string): Promise<boolean> {
      for (;;) {
        process.stdout.write(`${question} (y/n) `)
        const line = await lines.next()
        const word = line.done ? 'n' : line.value.trim().toLowerCase()
        if (/^(y|n)/.test(word)) return word.startsWith('y')
      }
    },
    end: () => input.close(),
  }
}

const run = async (args: string[]) => {
  const person = askPerson()
  try {
    process.exitCode = await runProbe(args, { say, ask: person.ask })
  } finally {
    person.end()
  }
}

const args = process.argv.slice(2)
if (args.includes('--help')) say(PROBE_USAGE)
else
  run(args).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${PROBE_USAGE}\n`)
    process.exitCode = 2
  })
