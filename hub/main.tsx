import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import '../ui/desk/desk.css'
import '../ui/desk/forms.css'
import '../ui/figures/figures.css'
import '../ui/results/results.css'
import './hub.css'
import './board/board.css'
import './board/map.css'
import './board/detail.css'
import { Hub } from './Hub.tsx'
import { hubApi } from './hub-api.ts'

const root = document.getElementById('app')
if (root) render(<Hub api={hubApi(location.origin)} />, root)
