import { type DeviceStatus, isStopped } from '../protocol/commands.ts'

/** DLE EOT `n`: real-time status, answered at once and also while the printer is offline. */
export const statusQuery = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)

/** GS r 1: answered when the printer's buffer has come to it, so it proves what stands before it was taken up. */
export const FENCE: readonly number[] = [0x1d, 0x72, 0x01]

/** GS ( H, function 48: answered when everything before it is on paper. `id` is four characters 0x20–0x7E. */
export const processId = (id: string): readonly number[] => [
  ...[0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30],
  ...Array.from(id, (char) => char.charCodeAt(0)),
]

/** GS a: from now on say by yourself when you go on or off line, when an error comes and when the paper changes. */
export const REPORT_CHANGES: readonly number[] = [0x1d, 0x61, 0x0e]

/** ESC @: settings as after power-on. */
export const INITIALISE: readonly number[] = [0x1b, 0x40]

/** Custom: how paper and mouth are, at once. */
export const MOUTH_QUERY = Uint8Array.of(0x10, 0x04, 0x14)

/** DLE ENQ 2: forget what is in the buffers. Without it a paper that was broken off comes out after the refill. */
export const CLEAR_BUFFERS = Uint8Array.of(0x10, 0x05, 0x02)

/** Whether the answer to DLE EOT 1 says that the printer is not printing. */
export const isOffline = (answer: number): boolean => (answer & 0x08) !== 0

/** Whether a presenter's full status says that a paper is in its mouth. */
export const hasPaperInMouth = ([paper]: readonly number[]): boolean => ((paper ?? 0) & 0x20) !== 0

/** What stands in the way of a paper, by the bits that the two kinds of status share. */
type Trouble = {
  cover: boolean
  paperEnd: boolean
  nearEnd: boolean
  jam: boolean
  hot: boolean
  fault: boolean
  offline: boolean
}

/**
 * What a person must repair first: cover, paper, knife, fault. A hot head only needs time; offline without a reason is
 * the feed button. Then paper that is running low.
 */
const firstOf = ({ cover, paperEnd, nearEnd, jam, hot, fault, offline }: Trouble): DeviceStatus => {
  if (cover) return 'cover-open'
  if (paperEnd) return 'no-paper'
  if (jam) return 'jammed'
  if (hot) return 'hot'
  if (fault) return 'fault'
  if (offline) return 'offline'
  return nearEnd ? 'paper-low' : 'ready'
}

/** What the four answers to DLE EOT 1–4 mean (Epson's reference; hardware 1). */
export const readDeviceStatus = (answers: readonly [number, number, number, number]): DeviceStatus => {
  const [printer, cause, error, paper] = answers
  const has = (byte: number, bits: number) => (byte & bits) === bits
  return firstOf({
    cover: has(cause, 0x04),
    paperEnd: has(cause, 0x20) || has(paper, 0x60),
    nearEnd: has(paper, 0x0c),
    jam: has(error, 0x08),
    hot: has(error, 0x40) && !has(error, 0x20),
    fault: has(cause, 0x40) || (error & 0x24) !== 0,
    offline: isOffline(printer),
  })
}

/** What the four bytes of an automatic status mean (Epson's reference; hardware 1). */
export const readAutomaticStatus = ([one, two, three]: readonly [number, number, number, number]): DeviceStatus => {
  const has = (byte: number, bits: number) => (byte & bits) === bits
  return firstOf({
    cover: has(one, 0x20),
    paperEnd: has(three, 0x0c),
    nearEnd: has(three, 0x03),
    jam: has(two, 0x08),
    hot: has(two, 0x40) && !has(two, 0x20),
    fault: (two & 0x24) !== 0,
    offline: has(one, 0x08),
  })
}

/** Whether a paper may be begun. */
export const mayPrint = (status: DeviceStatus | null): boolean =>
  status !== null && status !== 'hot' && !isStopped(status)
