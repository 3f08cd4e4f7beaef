/** What becomes of a character without a right stop bit: most adapters drop it, some hand it over. */
export type Broken = 'dropped' | 'kept'

/**
 * What a serial receiver at one speed hears of bytes that were sent at another, 8N1 on both sides, bit by bit on the wire:
 * a start bit is waited for, and every bit is looked at in its middle. Equal speeds hear the same bytes. Speeds in baud.
 */
export const heardAt = (sent: Uint8Array, sender: number, receiver: number, broken: Broken): Uint8Array => {
  const bits = [...sent].flatMap((byte) => [0, ...Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1), 1])
  // Times are in bits of the sender; the line rests high.
  const level = (time: number) => bits[Math.floor(time)] ?? 1
  const after = (time: number, wanted: number): number => {
    let at = time
    while (at < bits.length && level(at) !== wanted) at = Math.floor(at) + 1
    return at
  }
  const step = sender / receiver
  const heard: number[] = []
  let time = after(0, 0)
  while (time < bits.length) {
    const bitAt = (bit: number) => level(time + (bit + 0.5) * step)
    const byte = [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, bit) => sum + (bitAt(bit) << (bit - 1)), 0)
    if (broken === 'kept' || bitAt(9) === 1) heard.push(byte)
    time = after(after(time + 9.5 * step, 1), 0)
  }
  return Uint8Array.from(heard)
}
