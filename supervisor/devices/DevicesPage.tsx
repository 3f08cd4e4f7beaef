import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { DevicesBody } from '../../ui/devices/DevicesBody.tsx'
import { DEVICES } from '../../ui/devices/devices-texts.ts'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { PAIRINGS, type PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { TEXTS, usedTwiceText } from '../texts.ts'

const REFRESH_MS = 2_000

/** How every device of the office is, now; first of all whose token somebody may have copied. */
export function DevicesPage({ api, lang, go }: PageProps) {
  const loaded = useAsked(() => api.devices(), 'devices', REFRESH_MS)
  const view = loaded.value
  const about = (): string => {
    if (view === null) return ''
    if (loaded.trouble !== null) return fill(say(TEXTS.stale, lang), { jam: clockTime(view.at, view.office.zone) })
    // All is not well then, whatever the devices themselves say.
    if (view.toSee === 0 && view.usedTwice.length > 0) return ''
    return fill(say(view.toSee === 0 ? DEVICES.allWell : DEVICES.toSee, lang), { n: view.toSee })
  }
  return (
    <>
      <Head name={say(DEVICES.head, lang)} about={about()} />
      <Loading loaded={loaded} lang={lang} />
      {view?.usedTwice.map((device) => (
        <Notice
          key={`${device.role} ${device.place}`}
          tone="rusak"
          text={`${usedTwiceText(device, lang)} ${say(TEXTS.usedTwiceHow, lang)}`}
        >
          <button type="button" class="tombol" onClick={() => go(PAIRINGS)}>
            {say(TEXTS.toPairings, lang)}
          </button>
        </Notice>
      ))}
      {view !== null && <DevicesBody view={view} lang={lang} />}
    </>
  )
}
