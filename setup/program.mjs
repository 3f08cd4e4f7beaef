import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './ready.mjs'

/**
 * Becomes another Node program: its terminal, its signals, its exit code. `args` are what follows `node`; `cwd` stays
 * where the caller stands, because a path given on the command line is meant from there.
 */
export function runNode(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  // A terminal sends Ctrl+C to everybody in it; passing it on as well would count as a second, impatient one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}

/** Absolute path of a file of the checkout. */
export const fileOf = (path) => `${ROOT}${path}`
