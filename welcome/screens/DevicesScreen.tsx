import { useEffect, useState } from 'preact/hooks'
import type { DevicesView } from '../../protocol/devices-view.ts'
import { DevicesBody } from '../../ui/devices/DevicesBody.tsx'
import { DEVICES } from '../../ui/devices/devices-texts.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Asked } from '../console-api.ts'
import type { House } from '../house.ts'
import { Bar, Note } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS, troubleText } from '../texts.ts'

const REFRESH_MS = 2_000

/** Every device of the office as it is now, what waits for paper, and what somebody should look at. */
export function DevicesScreen(props: ScreenProps & { house: House; onGo: (path: string) => void }) {
  const { api, lang, onLang, house, onGo } = props
  const [view, setView] = useState<DevicesView | null>(null)
  const [last, setLast] = useState<Asked<DevicesView> | null>(null)
  const ask = async () => {
    const asked = await api.readDevices()
    setLast(asked)
    if (asked.status === 'done') setView(asked.value)
  }
  useEffect(() => {
    void ask()
    const timer = setInterval(() => void ask(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])

  const noteOf = (): { text: string; trouble: boolean } => {
    if (last === null) return { text: say(DEVICES.loading, lang), trouble: false }
    if (last.status === 'unreachable' && view !== null)
      return { text: fill(say(DEVICES.stale, lang), { jam: clockTime(view.at, house.zone) }), trouble: true }
    if (last.status !== 'done') return { text: troubleText(last, lang), trouble: true }
    const { toSee } = last.value
    const words = toSee === 0 ? DEVICES.allWell : DEVICES.toSee
    return { text: fill(say(words, lang), { n: toSee }), trouble: toSee > 0 }
  }
  return (
    <div class="halaman">
      <Bar lang={lang} onLang={onLang} house={house} />
      <main class="perangkat-rumah">
        <div class="kepala">
          <h1>{say(DEVICES.head, lang)}</h1>
          <button type="button" class="tombol diam" onClick={() => onGo('/')}>
            <Icon name="kiri" />
            {say(TEXTS.toHouse, lang)}
          </button>
        </div>
        <Note {...noteOf()} />
        {view !== null && <DevicesBody view={view} lang={lang} />}
      </main>
    </div>
  )
}
