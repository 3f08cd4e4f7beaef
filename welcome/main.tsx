import { render } from 'preact'
import { z } from 'zod'
import '../ui/tokens.css'
import { consoleApi } from './console-api.ts'
import { readHash } from './setup-code.ts'
import { Welcome } from './Welcome.tsx'
import './welcome.css'
import './cover.css'
import './house.css'
import '../ui/devices/devices.css'

// The page's content policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true })

const secret = readHash(location.hash)
// Out of the bar at once: an address is copied, photographed and kept in the history. A screen on its way leaves by itself, and must
// be able to go on after a power cut.
if (location.pathname !== '/continue') history.replaceState(null, '', location.pathname)

const root = document.getElementById('layar')
if (root !== null) render(<Welcome api={consoleApi(location.origin)} secret={secret} />, root)
