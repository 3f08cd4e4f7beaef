/** A display that is going to be stopped: connects, whenever it has to, and says what it shows, a line for each view. */
import { io } from 'socket.io-client'

const [address, token] = process.argv.slice(2)
const socket = io(address, { transports: ['websocket'], auth: { token } })
socket.on('connect', () => socket.emit('hello', { role: 'display', place: '1' }, () => {}))
socket.on('view', (view) => console.log(JSON.stringify(view)))
