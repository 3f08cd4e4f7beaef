import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import '../ui/devices/devices.css'
import '../ui/desk/desk.css'
import './house.css'
import '../ui/figures/figures.css'
import './figures/report.css'
import '../ui/desk/forms.css'
import './floor/floor.css'
import './bookings/bookings.css'
import { Desk } from './Desk.tsx'
import { deskApi } from './desk-api.ts'

const root = document.getElementById('app')
if (root) render(<Desk api={deskApi(location.origin)} />, root)
