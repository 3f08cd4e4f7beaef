import { pino } from 'pino'
import { HELP, readFlags } from './read-flags.ts'
import { runAgent } from './run-agent.ts'

const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination({ dest: 2, sync: true }))

/** A fault is ours: said once, then whoever started the agent starts it anew. */
const onFault = (fault: unknown): void => {
  log.fatal({ fault: fault instanceof Error ? { message: fault.message, stack: fault.stack } : String(fault) }, 'fault')
  process.exit(70)
}
process.on('uncaughtException', onFault)
process.on('unhandledRejection', onFault)

const read = readFlags(process.argv.slice(2), process.env)
if (read === null) process.stdout.write(`${HELP}\n`)
else if (read.status === 'wrong') {
  process.stderr.write(`${read.problems.join('\n')}\n\n${HELP}\n`)
  process.exitCode = 2
} else {
  const agent = await runAgent(read.flags, log)
  log.info({ servers: read.flags.servers }, 'agent started')
  const stop = async (): Promise<void> => {
    await agent.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}
