import { useEffect, useState } from 'preact/hooks'
import type { DevicesView } from '../../protocol/devices-view.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { chooseScannerLine, chooseScreenLine } from '../choose-device-lines.ts'
import type { Asked } from '../console-api.ts'
import { DEVICES, SCREEN_ROLES } from '../devices-texts.ts'
import type { House } from '../house.ts'
import { DeviceRow } from '../parts/DeviceRow.tsx'
import { Bar, Note } from '../parts/Frame.tsx'
import { OpenPapers } from '../parts/OpenPapers.tsx'
import { PrinterCard } from '../parts/PrinterCard.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { PLACES, TEXTS, troubleText } from '../texts.ts'

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
      <main class="semua-perangkat">
        <div class="kepala">
          <h1>{say(DEVICES.head, lang)}</h1>
          <button type="button" class="tombol diam" onClick={() => onGo('/')}>
            <Icon name="kiri" />
            {say(TEXTS.toHouse, lang)}
          </button>
        </div>
        <Note {...noteOf()} />
        {view !== null && (
          <>
            <section aria-labelledby="printers">
              <h2 id="printers">{say(DEVICES.printers, lang)}</h2>
              <ul class="kartu-kartu">
                {view.printers.map((printer) => (
                  <PrinterCard key={printer.place} printer={printer} view={view} lang={lang} />
                ))}
              </ul>
            </section>
            <section aria-labelledby="open-papers">
              <h2 id="open-papers">{say(DEVICES.open, lang)}</h2>
              <OpenPapers view={view} lang={lang} />
            </section>
            <section aria-labelledby="screens">
              <h2 id="screens">{say(DEVICES.screens, lang)}</h2>
              <div class="kolom-perangkat">
                {SCREEN_ROLES.filter((role) => view.screens.some((screen) => screen.role === role)).map((role) => (
                  <ul key={role}>
                    {view.screens
                      .filter((screen) => screen.role === role)
                      .map((screen) => (
                        <DeviceRow
                          key={screen.place}
                          name={fill(say(PLACES[role], lang), { no: screen.place })}
                          line={chooseScreenLine(screen, view, lang)}
                        />
                      ))}
                  </ul>
                ))}
              </div>
            </section>
            {view.scanners.length > 0 && (
              <section aria-labelledby="scanners">
                <h2 id="scanners">{say(DEVICES.scanners, lang)}</h2>
                <ul>
                  {view.scanners.map((scanner) => (
                    <DeviceRow
                      key={scanner.kiosk}
                      name={fill(say(TEXTS.scanner, lang), { no: scanner.kiosk })}
                      line={chooseScannerLine(scanner, view, lang)}
                    />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </main>
    </div>
  )
}
