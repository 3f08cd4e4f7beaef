import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

/** A message as a receiver got it. */
export type Got = { headers: IncomingHttpHeaders; body: string }

/** A receiver on this machine. `answer` is how it answers; the test may set another. */
export const openReceiver = async () => {
  const got: Got[] = []
  const waiting = new Set<() => void>()
  const receiver = {
    got,
    url: '',
    answer: (response: ServerResponse): unknown => response.writeHead(204).end(),
    /** Resolves when so many messages came. */
    hasGot: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (got.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString()
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      receiver.answer(response)
      for (const look of [...waiting]) look()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  receiver.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`
  return receiver
}
