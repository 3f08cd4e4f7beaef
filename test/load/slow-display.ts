import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Shown } from './member.ts'

const CLIENT = fileURLToPath(new URL('../assurance/hanging-client.mjs', import.meta.url))

/** Display 1 once more, as a process that can be stopped and then reads nothing. Resolves with its first view. */
export const openSlowDisplay = async (address: string, token: string) => {
  const child = spawn(process.execPath, [CLIENT, address, token], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)
  let shown: Shown | null = null
  lines.on('line', (line) => {
    shown = Shown.parse(JSON.parse(line))
  })
  await once(lines, 'line')
  return {
    shown: () => shown,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    end: () => void child.kill('SIGKILL'),
  }
}
