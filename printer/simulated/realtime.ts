/** What a printer does at once, whatever its buffer holds. `clear` with `answered`: DLE DC4 8, which is confirmed. */
export type Realtime = { kind: 'status'; n: number } | { kind: 'go-on' } | { kind: 'clear'; answered: boolean }

const CLEAR_CONFIRMED = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]

/** Hears every byte of the line and finds the real-time commands, also inside other data, as real units do. */
export function createRealtimeEar(): (byte: number) => Realtime | null {
  let last: number[] = []
  return (byte) => {
    last = [...last.slice(1 - CLEAR_CONFIRMED.length), byte]
    if (byte === 0x08 && CLEAR_CONFIRMED.every((each, i) => each === last[i])) return { kind: 'clear', answered: true }
    const [lead, command] = last.slice(-3)
    if (lead !== 0x10 || last.length < 3) return null
    if (command === 0x04) return { kind: 'status', n: byte }
    if (command === 0x05 && byte === 1) return { kind: 'go-on' }
    return command === 0x05 && byte === 2 ? { kind: 'clear', answered: false } : null
  }
}
