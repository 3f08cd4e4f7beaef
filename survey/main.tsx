import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import './survey.css'
import './landscape.css'
import { App } from './App.tsx'

/** `/survey/<place>`: `1` at the exit, `counter-3` beside counter 3. */
const place = location.pathname.split('/')[2] ?? ''

const root = document.getElementById('app')
if (root) render(<App place={place} />, root)
