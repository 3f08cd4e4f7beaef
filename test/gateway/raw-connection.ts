import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** What came back on a raw connection until it closed or `isEnough` says so. */
const readUntil = (socket: Socket, isEnough: (text: string) => boolean): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    const settle = () => resolve(text)
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (isEnough(text)) settle()
    })
    socket.once('close', settle)
    socket.once('error', settle)
  })

const hasHead = (text: string) => text.includes('\r\n\r\n')

/** Sends these very bytes to an address and reads the head of the answer; `patienceMs`: no longer than that. */
export const sendRaw = async (address: string, bytes: string, patienceMs = 0): Promise<string> => {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  if (patienceMs > 0) socket.setTimeout(patienceMs, () => socket.destroy())
  socket.write(bytes, 'latin1')
  const text = await readUntil(socket, hasHead)
  socket.destroy()
  return text
}

/** The status of an answer's head, 0 without one. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

/** The request with which a browser opens a WebSocket. `headers` are lines without their ends. */
export const upgradeRequest = (headers: string[], path = '/socket.io/?EIO=4&transport=websocket'): string =>
  [
    `GET ${path} HTTP/1.1`,
    ...headers,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '',
    '',
  ].join('\r\n')

/** A masked frame of a WebSocket client. `opcode` 1 is text, 2 bytes, 9 a ping. */
export const frame = (payload: Buffer, opcode = 1): Buffer => {
  const mask = randomBytes(4)
  const { length } = payload
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 255])
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i % 4] ?? 0))])
}

/** Opens a WebSocket without any library: what is written to it goes out as it is. */
export const openRawSocket = async (address: string, headers: string[] = []): Promise<Socket> => {
  const { hostname, port, host, origin } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => socket.destroy())
  socket.write(upgradeRequest([`Host: ${host}`, `Origin: ${origin}`, ...headers]))
  await readUntil(socket, hasHead)
  return socket
}
