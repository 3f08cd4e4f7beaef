import type { Socket } from 'node:net'
import { type Carry, layRelay } from './relay.ts'

/** `up`: from a screen to its server; `down`: back. */
export type Way = 'up' | 'down'

/** One whole message of a WebSocket, as text. */
export type Frame = { way: Way; text: string }

/** How often a message arrives: 0 is lost, 2 comes twice; `hold` keeps it until `release`. */
export type Fate = number | 'hold'

/**
 * How the way is. `whole`: all passes. `cut`: every connection breaks and none is made. `silent`: nothing passes and nothing
 * breaks, as with a pulled cable. `stuck`: nobody reads what comes down, so that it piles up at its sender.
 */
export type WayState = 'whole' | 'cut' | 'silent' | 'stuck'

/** A bad network to a server on this machine; `address` is the origin at its other end. */
export type Proxy = {
  address: string
  /** Leads it to a server's origin. */
  plugInto(server: string): void
  set(state: WayState): void
  /** Every byte comes so much later, ms, up or down. */
  delay(way: Way, ms: number): void
  /** So many bytes a second, and a share of all pieces (0 to 1) that has to be sent again after `againMs`. */
  throttle(bytesPerSec: number, lossy: number, againMs: number): void
  /** Breaks every connection when so many bytes more have passed in one direction; those bytes still arrive. */
  cutAfter(way: Way, bytes: number): void
  /** Says what becomes of every message from now on. */
  onFrame(fate: (frame: Frame) => Fate): void
  /** What was held arrives, the last first, on the connections that are still there. */
  release(): void
  remove(): Promise<void>
}

/** The first frame of these bytes: its length and, where it is a text, what it says. Null: it is not whole yet. */
const readFrame = (bytes: Buffer): { length: number; text: string | null } | null => {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return null
  const short = second & 127
  const at = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < at) return null
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const masked = (second & 128) !== 0
  const start = at + (masked ? 4 : 0)
  const length = start + size
  if (bytes.length < length) return null
  if ((first & 15) !== 1) return { length, text: null }
  const body = Buffer.from(bytes.subarray(start, length))
  if (masked) for (let i = 0; i < size; i += 1) body[i] = (body[i] ?? 0) ^ (bytes[at + (i % 4)] ?? 0)
  return { length, text: body.toString() }
}

/** Lays a network that tests spoil, whole until then. `random` draws which pieces are lost. */
export const layProxy = async (random: () => number = Math.random): Promise<Proxy> => {
  let state: WayState = 'whole'
  let rate: { bytesPerSec: number; lossy: number; againMs: number } | null = null
  let fateOf: (frame: Frame) => Fate = () => 1
  let held: { to: Socket; bytes: Buffer }[] = []
  const delayMs: Record<Way, number> = { up: 0, down: 0 }
  const left: Record<Way, number> = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY }

  const send = (to: Socket, way: Way, bytes: Buffer): void => {
    const passed = bytes.subarray(0, Math.min(bytes.length, left[way]))
    left[way] -= passed.length
    if (passed.length > 0) to.write(passed)
    if (left[way] > 0) return
    left[way] = Number.POSITIVE_INFINITY
    // What was written before still arrives.
    to.end()
    setImmediate(relay.breakAll)
  }

  const carry: Carry = (from, to, way) => {
    let lost = false
    let framed: Buffer | null = null
    let line: Promise<unknown> = Promise.resolve()
    /** In its turn, and as late as this network is. */
    const later = (bytes: Buffer): void => {
      const dueAt = performance.now() + delayMs[way]
      line = line.then(async () => {
        const slowMs = rate === null ? 0 : (bytes.length / rate.bytesPerSec) * 1000
        const againMs = rate !== null && random() < rate.lossy ? rate.againMs : 0
        const ms = Math.max(0, dueAt - performance.now()) + slowMs + againMs
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
        if (!to.destroyed) send(to, way, bytes)
      })
    }
    const frames = (bytes: Buffer): void => {
      framed = Buffer.concat([framed ?? Buffer.alloc(0), bytes])
      for (let frame = readFrame(framed); frame !== null; frame = readFrame(framed)) {
        const whole = framed.subarray(0, frame.length)
        framed = framed.subarray(frame.length)
        const fate = frame.text === null ? 1 : fateOf({ way, text: frame.text })
        if (fate === 'hold') held.push({ to, bytes: Buffer.from(whole) })
        else for (let n = 0; n < fate; n += 1) later(Buffer.from(whole))
      }
    }
    from.on('data', (bytes: Buffer) => {
      lost ||= state === 'silent'
      if (lost) return
      if (state === 'stuck' && way === 'down') from.pause()
      if (framed !== null) return frames(bytes)
      const head = bytes.indexOf('\r\n\r\n') + 4
      const isUpgrade = head > 4 && /\r\nupgrade: websocket\r\n/i.test(bytes.subarray(0, head).toString('latin1'))
      if (!isUpgrade) return later(bytes)
      later(bytes.subarray(0, head))
      framed = Buffer.alloc(0)
      if (bytes.length > head) frames(bytes.subarray(head))
    })
    return { isLost: () => lost, settled: () => line }
  }

  const relay = await layRelay(() => state !== 'cut', carry)
  return {
    address: relay.address,
    plugInto: relay.plugInto,
    set(next) {
      state = next
      if (state === 'cut') relay.breakAll()
      if (state === 'whole') for (const end of relay.ends) end.resume()
    },
    delay(way, ms) {
      delayMs[way] = ms
    },
    throttle(bytesPerSec, lossy, againMs) {
      rate = { bytesPerSec, lossy, againMs }
    },
    cutAfter(way, bytes) {
      left[way] = bytes
    },
    onFrame(fate) {
      fateOf = fate
    },
    release() {
      for (const { to, bytes } of held.reverse()) if (!to.destroyed) to.write(bytes)
      held = []
    },
    remove: relay.remove,
  }
}
