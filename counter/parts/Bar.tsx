import type { CounterView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { fill, type Lang, otherLang, SHARED, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { TEXTS, wordsIn } from '../texts.ts'
import { SmallWindowButton } from './SmallWindowButton.tsx'

const names = (stages: readonly { name: { id: string; en: string } }[], lang: Lang): string =>
  stages.map(({ name }) => say(name, lang)).join(', ')

/** What the counter does, in a few words; empty while it is closed. */
const duties = (open: CounterView['open'], lang: Lang): string => {
  if (open === null) return ''
  const own = names(open.stages, lang)
  return open.helps.length === 0 ? own : `${own} · ${fill(say(TEXTS.helps, lang), { tahap: names(open.helps, lang) })}`
}

/**
 * The bar at the top: counter, duties, line, staff, small window, language, the server's clock `now` (epoch ms). `trouble`: a
 * printer that has stopped, which in the small window is said here, because there is no other room for it.
 */
export function Bar(props: {
  view: CounterView
  now: number
  offline: boolean
  lang: Lang
  trouble: string | null
  onLang: (lang: Lang) => void
  onSmallWindow: () => void
}) {
  const { view, now, offline, lang, trouble, onLang, onSmallWindow } = props
  const other = otherLang(lang)
  return (
    <header class="bar">
      <Mark lit />
      <b>{fill(say(SHARED.counter, lang), { loket: view.place })}</b>
      <span class="tugas">{duties(view.open, lang)}</span>
      <span class="jumlah">{wordsIn(lang)('waiting', { n: view.waiting })}</span>
      <span class="r">
        {trouble !== null && !offline && (
          <span class="lampu pencetak">
            <Icon name="cetak" />
            <span>{trouble}</span>
          </span>
        )}
        {offline ? (
          <span class="lampu">
            <Icon name="putus" />
            {say(SHARED.notConnected, lang)}
          </span>
        ) : (
          <span class="titik">{say(TEXTS.connected, lang)}</span>
        )}
        {view.staff !== null && <span class="staf">{fill(say(TEXTS.staff, lang), { nomor: view.staff })}</span>}
        <SmallWindowButton lang={lang} onPress={onSmallWindow} />
        <button type="button" class="bahasa" lang={other} onClick={() => onLang(other)}>
          <span class="panjang">{other === 'en' ? 'English' : 'Indonesia'}</span>
          <span class="pendek">{other.toUpperCase()}</span>
        </button>
        <span class="jam">{clockTime(now, view.office.zone)}</span>
      </span>
    </header>
  )
}
