/** A display that is going to be stopped: connects, says so on standard output, and stays. */
import { io } from 'socket.io-client'

const [address, token] = process.argv.slice(2)
const socket = io(address, { transports: ['websocket'], auth: { token } })
await socket.timeout(5_000).emitWithAck('hello', { role: 'display', place: '1' })
console.log('connected')
