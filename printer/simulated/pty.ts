import { type ChildProcess, spawn } from 'node:child_process'
import { codeOf } from '../../line/error-code.ts'

const AGAIN_MS = 200

/**
 * Links a pseudo-terminal at `path` with a TCP port of this machine by `socat`, so that a program that knows serial ports
 * only can reach a simulated printer. A pair that ended, as after a power cut, is made anew. `tell` is told what goes
 * wrong, in a sentence for people. Returns `stop`.
 */
export function linkPty(given: { path: string; tcpPort: number; tell: (text: string) => void }): () => void {
  const { path, tcpPort, tell } = given
  let child: ChildProcess | null = null
  let isStopped = false

  const start = () => {
    if (isStopped) return
    child = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${tcpPort},nodelay`], {
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    child.on('error', (error) => {
      isStopped = true
      tell(
        codeOf(error) === 'ENOENT'
          ? 'There is no socat on this machine, so there is no serial port. Install it (apt install socat) or use TCP.'
          : `socat does not start: ${error.message}`,
      )
    })
    child.on('exit', () => {
      if (!isStopped) setTimeout(start, AGAIN_MS)
    })
  }
  start()

  return () => {
    isStopped = true
    child?.kill()
  }
}
