import { spawn } from 'node:child_process'

/** Says something to the systemd that started this process; nothing where none did. */
export type Notify = {
  /** It serves. */
  ready(): void
  /** It is alive; said as often as the unit's `WatchdogSec` asks, however often this is called. */
  alive(): void
  /** It ends by itself. */
  stopping(): void
}

/**
 * The readiness and the watchdog of a unit with `Type=notify`. Node speaks no datagram sockets of Unix, so `systemd-notify`
 * says it, a few times a minute; a loop that hangs says nothing, and systemd starts the server anew.
 */
export const notifySystemd = (
  environment: Readonly<Record<string, string | undefined>>,
  run: (words: string[]) => void = (words) => {
    // What cannot be said is missed by systemd alone, which then does what it is for.
    spawn('systemd-notify', words, { stdio: 'ignore' }).on('error', () => {})
  },
): Notify => {
  if (environment.NOTIFY_SOCKET === undefined) return { ready() {}, alive() {}, stopping() {} }
  const everyMs = Number(environment.WATCHDOG_USEC ?? Number.POSITIVE_INFINITY) / 1000 / 3
  let saidAtMs = Number.NEGATIVE_INFINITY
  return {
    ready: () => run(['--ready']),
    stopping: () => run(['STOPPING=1']),
    alive() {
      const nowMs = performance.now()
      if (nowMs - saidAtMs < everyMs) return
      saidAtMs = nowMs
      run(['WATCHDOG=1'])
    },
  }
}
