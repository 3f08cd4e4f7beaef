import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wholeCalls } from './record-writes.ts'

/** Whether calls to the system can be watched and failed here; said loudly where they cannot. In CI they must. */
export const canTrace = (what: string): boolean => {
  const can = spawnSync('strace', ['-V']).status === 0
  if (!can) console.warn(`${what}: strace is missing, so this was left out. Install it to run these tests.`)
  return can || Boolean(process.env.CI)
}

/** A tracer to run a program under, as words before its own, and what it saw: every call of every thread, in order. */
export const makeTracer = (
  ...more: string[]
): { under: string[]; calls(): string[]; mainCalls(name: string): number } => {
  const file = join(mkdtempSync(join(tmpdir(), 'antrean-trace-')), 'trace')
  const trace = 'trace=pwrite64,write,writev,fsync,fdatasync,rename'
  const read = () => readFileSync(file, 'latin1')
  return {
    under: ['strace', '-D', '-f', '-y', '-s', '2000', '-e', trace, ...more.flatMap((one) => ['-e', one]), '-o', file],
    calls: () => wholeCalls(read()),
    mainCalls(name) {
      const lines = read().split('\n')
      const [main = ''] = (lines[0] ?? '').split(' ')
      return lines.filter((line) => line.startsWith(`${main} `) && line.includes(` ${name}(`)).length
    },
  }
}
