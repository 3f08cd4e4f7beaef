/** A bare socket.io server, the yardstick of a call: a message in, one of the given size out to everybody else. */
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
let message: unknown = null
io.on('connection', (socket) => {
  if (socket.handshake.auth.role === 'display') void socket.join('displays')
  socket.on('size', (body: unknown, ack: () => void) => {
    message = body
    ack()
  })
  socket.on('call', (_command: unknown, ack: (answer: unknown) => void) => {
    io.to('displays').emit('view', message)
    ack({ status: 'taken' })
  })
})
http.listen(0, '127.0.0.1', () => {
  const bound = http.address()
  if (typeof bound === 'object' && bound !== null) process.send?.({ port: bound.port })
})
process.on('disconnect', () => process.exit(0))
