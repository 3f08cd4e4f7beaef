import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import './kiosk.css'
import './screens.css'
import './ticket.css'
import './keypad.css'
import './choices.css'
import './checklist.css'
import './camera/camera.css'
import './landscape.css'
import './landscape-ticket.css'
import './modes.css'
import { Hello } from '../protocol/roles.ts'
import { App } from './App.tsx'
import { UnknownKiosk } from './UnknownKiosk.tsx'

/** `/kiosk/<place>`. */
const place = location.pathname.split('/')[2] ?? ''

const root = document.getElementById('app')
const known = Hello.safeParse({ role: 'kiosk', place }).success
if (root) render(known ? <App place={place} /> : <UnknownKiosk place={place} />, root)
