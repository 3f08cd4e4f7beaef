import { useEffect, useState } from 'preact/hooks'
import { PLACES } from '../../ui/devices/devices-texts.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import type { Asked } from '../console-api.ts'
import type { House, Sample } from '../house.ts'
import { Bar, Note } from '../parts/Frame.tsx'
import { PaperRoll } from '../parts/PaperRoll.tsx'
import { SampleRow } from '../parts/SampleRow.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS, troubleText } from '../texts.ts'

const REFRESH_MS = 2_000

/** Bookings of every verdict to scan, and beside them the paper that comes of it. */
export function TryScreen(props: ScreenProps & { house: House; onGo: (path: string) => void }) {
  const { api, lang, onLang, onChanged, house, onGo } = props
  const kiosks = house.screens.filter(({ role }) => role === 'kiosk').map(({ place }) => place)
  const [kiosk, setKiosk] = useState(kiosks[0] ?? null)
  const [samples, setSamples] = useState<Sample[] | null>(null)
  const [note, setNote] = useState<{ text: string; trouble: boolean } | null>(null)

  /** Tells trouble in words; with success, what it brought. */
  const reached = <T,>(asked: Asked<T>): asked is { status: 'done'; value: T } => {
    if (asked.status !== 'done') setNote({ text: troubleText(asked, lang), trouble: true })
    return asked.status === 'done'
  }
  const load = async () => {
    const asked = await api.readSamples()
    if (reached(asked)) setSamples(asked.value)
  }
  useEffect(() => {
    if (house.example) load()
  }, [house.example])

  // The printers' states are part of the house and change by themselves.
  useEffect(() => {
    const timer = setInterval(onChanged, REFRESH_MS)
    return () => clearInterval(timer)
  }, [])

  const renew = async () => {
    const asked = await api.makeSamples()
    if (!reached(asked)) return
    setNote(null)
    setSamples(asked.value)
  }
  const nameOf = (place: string) => fill(say(PLACES.kiosk, lang), { no: place })
  const scan = async (at: string, code: string) => {
    const asked = await api.scan(at, code)
    if (!reached(asked)) return
    setNote({ text: fill(say(TEXTS.scanned, lang), { no: code, nama: nameOf(at) }), trouble: false })
  }

  return (
    <div class="halaman">
      <Bar lang={lang} onLang={onLang} house={house} />
      <main class="coba">
        <section class="janji" aria-labelledby="samples">
          <div class="lekat">
            <div class="kepala">
              <h1 id="samples">{say(TEXTS.samplesHead, lang)}</h1>
              <button type="button" class="tombol" onClick={renew}>
                <Icon name="ulang" />
                {say(TEXTS.moreSamples, lang)}
              </button>
              <button type="button" class="tombol diam" onClick={() => onGo('/')}>
                <Icon name="kiri" />
                {say(TEXTS.toHouse, lang)}
              </button>
            </div>
            {kiosks.length === 0 ? (
              <p>{say(TEXTS.noKiosk, lang)}</p>
            ) : (
              <fieldset class="pilih-kios">
                <legend>{say(TEXTS.scanAt, lang)}</legend>
                {kiosks.map((place) => (
                  <label key={place}>
                    <input type="radio" name="kiosk" checked={place === kiosk} onChange={() => setKiosk(place)} />
                    {nameOf(place)}
                  </label>
                ))}
              </fieldset>
            )}
            <Note text={note?.text ?? null} trouble={note?.trouble ?? false} />
          </div>
          {!house.example && <p>{say(TEXTS.noExample, lang)}</p>}
          {samples?.length === 0 && <p>{say(TEXTS.noSamples, lang)}</p>}
          <ul class="contoh-contoh">
            {samples?.map((sample) => (
              <SampleRow key={sample.code} sample={sample} lang={lang} zone={house.zone}>
                {kiosk !== null && (
                  <button
                    type="button"
                    class="tombol"
                    aria-label={`${fill(say(TEXTS.scan, lang), { nama: nameOf(kiosk) })}, ${sample.code}`}
                    onClick={() => scan(kiosk, sample.code)}
                  >
                    <Icon name="pindai" />
                    {fill(say(TEXTS.scan, lang), { nama: nameOf(kiosk) })}
                  </button>
                )}
              </SampleRow>
            ))}
          </ul>
        </section>
        <PaperRoll api={api} lang={lang} house={house} onChanged={onChanged} />
      </main>
    </div>
  )
}
