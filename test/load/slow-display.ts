import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Shown } from './member.ts'

const CLIENT = fileURLToPath(new URL('../assurance/hanging-client.mjs', import.meta.url))

/** A display in a process of its own. While it stands still it reads nothing. */
export type SlowDisplay = { shown(): Shown | null; freeze(): void; thaw(): void; end(): void }

/** Opens display 1 once more, as such a process. Resolves with its first view. */
export const openSlowDisplay = async (address: string, token: string): Promise<SlowDisplay> => {
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
