/**
 * A bare socket.io server, the yardstick of a call: a message in, one of the given size out to everybody else. Its two
 * pages are the yardstick of a screen: `/` says one line, `/echo` shows the number of the last message.
 */
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const PAGES: Record<string, string> = {
  '/': '<!doctype html><title>Bare</title><p>One line of text.</p>',
  '/echo': `<!doctype html><title>Echo</title><p class="nomor"></p><script src="/socket.io/socket.io.min.js"></script>
    <script>io({ transports: ['websocket'], auth: { role: 'display' } })
      .on('view', (view) => { document.querySelector('.nomor').textContent = view.number })</script>`,
}

const http = createServer((request, response) => {
  const page = PAGES[request.url ?? '']
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page)
})
const io = new Server(http, { transports: ['websocket'] })
let message: unknown = null
io.on('connection', (socket) => {
  if (socket.handshake.auth.role === 'display') void socket.join('displays')
  socket.on('hello', (_hello: unknown, ack: () => void) => {
    ack()
    socket.emit('view', message)
  })
  socket.on('size', (body: unknown, ack: () => void) => {
    message = body
    ack()
  })
  socket.on('call', (_command: unknown, ack: (answer: unknown) => void) => {
    io.to('displays').emit('view', message)
    ack({ status: 'taken' })
  })
})
http.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const bound = http.address()
  if (typeof bound === 'object' && bound !== null) process.send?.({ port: bound.port })
})
process.on('disconnect', () => process.exit(0))
