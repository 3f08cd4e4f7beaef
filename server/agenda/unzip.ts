import { crc32, inflateRawSync } from 'node:zlib'

/** Bytes that a workbook may hold unpacked: 20,000 rows of thirty columns take a third of it. */
export const UNPACKED_MAX = 64 * 1024 * 1024

/** The XML files of a workbook by their paths, or why they cannot be had. `locked`: with a password. */
export type Unzipped =
  | { status: 'unzipped'; files: Map<string, Uint8Array> }
  | { status: 'damaged' | 'locked' | 'huge' }

// PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
const COMMENT_MAX = 0xffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

class Damage extends Error {}

const codeOf = (trouble: unknown): unknown => (trouble instanceof Error && 'code' in trouble ? trouble.code : null)

/**
 * Reads the `.xml` and `.rels` files out of a ZIP archive. What an archive says of its sizes is not believed: unpacking stops
 * at `most` bytes in all. Never throws for what is in the archive.
 */
export const unzip = (bytes: Uint8Array, most = UNPACKED_MAX): Unzipped => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = new Map<string, Uint8Array>()
  const expect = (at: number, mark: number): void => {
    if (view.getUint32(at, true) !== mark) throw new Damage()
  }
  const findEnd = (): number => {
    const last = bytes.length - END_BYTES
    for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at -= 1) if (view.getUint32(at, true) === END) return at
    throw new Damage()
  }
  const packedAt = (at: number, size: number): Uint8Array => {
    expect(at, LOCAL)
    const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (from + size > bytes.length) throw new Damage()
    return bytes.subarray(from, from + size)
  }
  try {
    const end = findEnd()
    let at = view.getUint32(end + 16, true)
    let left = most
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      expect(at, CENTRAL)
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
      const named = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + named))
      if (flags & ENCRYPTED) return { status: 'locked' }
      if (/\.(?:xml|rels)$/i.test(name)) {
        const packed = packedAt(view.getUint32(at + 42, true), view.getUint32(at + 20, true))
        if (method !== STORED && method !== DEFLATED) throw new Damage()
        const file = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
        left -= file.length
        if (left < 0) return { status: 'huge' }
        files.set(name, file)
      }
      at += CENTRAL_BYTES + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return { status: 'unzipped', files }
  } catch (trouble) {
    if (codeOf(trouble) === 'ERR_BUFFER_TOO_LARGE') return { status: 'huge' }
    const isOfTheArchive =
      trouble instanceof Damage || trouble instanceof RangeError || /^Z_/.test(String(codeOf(trouble)))
    if (isOfTheArchive) return { status: 'damaged' }
    throw trouble
  }
}

/** A ZIP archive of these files, not packed: what was unpacked safely goes to whoever reads archives only. */
export const zipStored = (files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> => {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const head = Buffer.alloc(LOCAL_BYTES)
    head.writeUInt32LE(LOCAL, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(CENTRAL_BYTES)
    entry.writeUInt32LE(CENTRAL, 0)
    entry.writeUInt16LE(20, 4)
    // Version, flags, method, time, checksum, sizes and lengths stand in the same order in both.
    head.copy(entry, 6, 4, LOCAL_BYTES)
    entry.writeUInt32LE(at, 42)
    central.push(entry, name)
    parts.push(head, name, Buffer.from(content))
    at += LOCAL_BYTES + name.length + content.length
  }
  const end = Buffer.alloc(END_BYTES)
  const directory = Buffer.concat(central)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Uint8Array.from(Buffer.concat([...parts, directory, end]))
}
