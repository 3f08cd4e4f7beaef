/**
 * How the printer holds its host off. `none`: not at all, what comes while the buffer is full is lost. `dtr`: by a line of
 * its own, or a network that stands still; nothing is lost, but what waits outside is not heard. `xonxoff`: by two bytes.
 */
export type Flow = 'none' | 'dtr' | 'xonxoff'

/** What came in and is not yet read. */
export type ReceiveBuffer = {
  arrive(byte: number): void
  /** The oldest byte, null when it is empty. */
  next(): number | null
  /** Lets in what waits outside and tells the host how it stands. Whether something came in. */
  settle(): boolean
  clear(): void
  /** As `clear`, and what waits outside is lost as well. */
  lose(): void
  isBusy(): boolean
  /** Returns `stop`. */
  onBusy(listener: (busy: boolean) => void): () => void
}

const XON = 0x11
const XOFF = 0x13
/** Free bytes at which XOFF is said, and at which XON (Epson: 16 and 26). */
const FULL_AT = 16
const FREE_AT = 26
/** What may wait outside of a printer; a host that sends more has not heeded it. */
const OUTSIDE = 1_000_000

const createQueue = () => {
  let items: number[] = []
  let head = 0
  return {
    length: () => items.length - head,
    push: (item: number) => {
      items.push(item)
    },
    shift(): number | null {
      const item = items[head]
      if (item === undefined) return null
      head++
      if (head === items.length) {
        items = []
        head = 0
      }
      return item
    },
    clear() {
      items = []
      head = 0
    },
  }
}

/**
 * A buffer of `size` bytes. `hear` is given each byte as it comes in, before the buffer; what it answers with true is not
 * kept. `holdsOff`: the printer wants no bytes although there is room. `say` is given XON and XOFF.
 */
export function createReceiveBuffer(given: {
  size: number
  flow: Flow
  holdsOff: () => boolean
  hear: (byte: number) => boolean
  say: (byte: number) => void
}): ReceiveBuffer {
  const { size, flow, holdsOff, hear, say } = given
  const inside = createQueue()
  const outside = createQueue()
  const listeners = new Set<(busy: boolean) => void>()
  let isBusy = false

  const tellFlow = () => {
    const free = size - inside.length()
    const was = isBusy
    isBusy = flow !== 'none' && (holdsOff() || outside.length() > 0 || free <= (was ? FREE_AT : FULL_AT))
    if (isBusy === was) return
    if (flow === 'xonxoff') say(isBusy ? XOFF : XON)
    else for (const listener of [...listeners]) listener(isBusy)
  }

  const receive = (byte: number) => {
    if (hear(byte)) return
    if (inside.length() < size) inside.push(byte)
  }

  return {
    arrive(byte) {
      if (flow !== 'dtr' || (inside.length() < size && outside.length() === 0)) receive(byte)
      else if (outside.length() < OUTSIDE) outside.push(byte)
      tellFlow()
    },
    next: inside.shift,
    settle() {
      let cameIn = false
      while (inside.length() < size) {
        const byte = outside.shift()
        if (byte === null) break
        receive(byte)
        cameIn = true
      }
      tellFlow()
      return cameIn
    },
    clear: inside.clear,
    lose() {
      inside.clear()
      outside.clear()
      isBusy = false
    },
    isBusy: () => isBusy && flow === 'dtr',
    onBusy(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
