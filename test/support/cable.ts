import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'

const SOCAT = '/usr/bin/socat'

/** A serial cable between two pseudo-terminals: the office opens `near`, the device at the other end speaks. */
export type Cable = {
  near: string
  /** What the device says, as it is: no suffix is added. */
  say(said: string | Uint8Array): Promise<void>
  /** The device is gone, and its end of the line with it. */
  unplug(): Promise<void>
  plugIn(): Promise<void>
  /** The device takes nothing more: it holds XOFF, or its DTR is low. What is said waits in the line. */
  hold(): void
  letGo(): void
  remove(): Promise<void>
}

/** Lays a cable and plugs it in. Throws where socat is missing: the serial line would go untested. */
export const layCable = async (): Promise<Cable> => {
  if (!existsSync(SOCAT)) throw new Error(`${SOCAT} is missing: install socat to test the serial line.`)
  const folder = mkdtempSync(join(tmpdir(), 'antrean-cable-'))
  const [near, far] = [join(folder, 'near'), join(folder, 'far')]
  let unplug = async () => {}
  let signal = (_name: NodeJS.Signals) => {}
  const plugIn = async () => {
    const socat = spawn(SOCAT, [`pty,raw,echo=0,link=${far}`, `pty,raw,echo=0,link=${near}`], { stdio: 'ignore' })
    const gone = new Promise<void>((resolve) => socat.once('exit', () => resolve()))
    signal = (name) => socat.kill(name)
    unplug = async () => {
      socat.kill()
      // One that is held hears of its end only when it is let go.
      socat.kill('SIGCONT')
      await gone
    }
    await vi.waitFor(() => expect(existsSync(near) && existsSync(far)).toBe(true), { timeout: 10_000, interval: 5 })
    // Whoever closes the last hold on a pseudo-terminal ends the cable: one end stays held as long as socat lives.
    const hold = openSync(far, 'r+')
    void gone.then(() => closeSync(hold))
  }
  await plugIn()
  return {
    near,
    say: (said) => writeFile(far, said),
    unplug: () => unplug(),
    plugIn,
    hold: () => signal('SIGSTOP'),
    letGo: () => signal('SIGCONT'),
    async remove() {
      await unplug()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
