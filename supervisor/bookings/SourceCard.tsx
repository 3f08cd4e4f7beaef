import { useState } from 'preact/hooks'
import { Bookings, type SetSource, type SourcePull } from '../../protocol/desk/bookings.ts'
import { Nothing } from '../../ui/desk/ask-server.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, dayText } from '../../ui/time.ts'
import type { DeskApi } from '../desk-api.ts'
import { notSavedText, TEXTS } from '../texts.ts'
import { TextField } from './Field.tsx'
import { BOOKINGS } from './texts.ts'

const pullText = (pull: SourcePull, lang: Lang): string => {
  switch (pull.status) {
    case 'entered':
      return fill(say(BOOKINGS.pullEntered, lang), { baru: pull.added, ubah: pull.changed })
    case 'unchanged':
      return say(BOOKINGS.pullUnchanged, lang)
    case 'set-aside':
      return fill(say(BOOKINGS.pullAside, lang), { n: pull.badLines })
    case 'failed':
      return pull.reason ?? ''
  }
}

/** Where bookings are fetched from by themselves, what came of it, and when it is asked next. */
export function SourceCard(props: { api: DeskApi; bookings: Bookings; zone: string; lang: Lang; onDone: () => void }) {
  const { api, bookings, zone, lang, onDone } = props
  const { source, pulls } = bookings
  const [isOpen, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [url, setUrl] = useState(source?.url ?? '')
  const [everyMin, setEvery] = useState(String(source?.everyMin ?? 15))
  const [token, setToken] = useState('')

  const set = async (wanted: SetSource): Promise<void> => {
    const asked = await api.post('/bookings/source', Nothing, wanted)
    setTrouble(asked.status === 'done' ? null : notSavedText(asked, lang))
    if (asked.status !== 'done') return
    setToken('')
    setOpen(false)
    onDone()
  }
  const pull = async (): Promise<void> => {
    setBusy(true)
    await api.post('/bookings/pull', Bookings)
    setBusy(false)
    onDone()
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    void set({ source: { url: url.trim(), everyMin: Number(everyMin) }, ...(token === '' ? {} : { token }) })
  }
  const next =
    source === null || source.busy ? undefined : fill(say(BOOKINGS.next, lang), { jam: clockTime(source.nextAt, zone) })
  return (
    <Card id="sumber" head={say(BOOKINGS.sourceHead, lang)} aside={next}>
      {source === null && !isOpen && <p class="kosong">{say(BOOKINGS.sourceNone, lang)}</p>}
      {source !== null && !isOpen && <p class="alamat">{source.url}</p>}
      {pulls.map((each) => {
        const isWell = each.status === 'entered' || each.status === 'unchanged'
        return (
          <p key={each.day ?? ''} class={isWell ? 'hasil' : 'hasil rusak'}>
            <Icon name={isWell ? 'lengkap' : 'awas'} />
            <span>
              {clockTime(each.at, zone)}
              {each.day !== null && `, ${dayText(each.day, lang)}`}:{' '}
              <span lang={each.reason === null ? lang : 'id'}>{pullText(each, lang)}</span>
            </span>
          </p>
        )
      })}
      {isOpen ? (
        <form class="formulir" onSubmit={submit}>
          <TextField
            id="alamat"
            label={fill(say(BOOKINGS.sourceUrl, lang), { day: '{day}' })}
            value={url}
            onValue={setUrl}
          />
          <TextField id="tiap" label={say(BOOKINGS.sourceEvery, lang)} value={everyMin} onValue={setEvery} />
          <TextField
            id="token"
            type="password"
            label={say(source?.hasToken ? BOOKINGS.sourceTokenKept : BOOKINGS.sourceToken, lang)}
            value={token}
            onValue={setToken}
          />
          <Notice tone="rusak" text={trouble} />
          <p class="tindakan">
            <button type="submit" class="tombol utama">
              {say(BOOKINGS.save, lang)}
            </button>
            {source !== null && (
              <button type="button" class="tombol" onClick={() => void set({ source: null })}>
                {say(BOOKINGS.sourceEnd, lang)}
              </button>
            )}
            <button type="button" class="tombol" onClick={() => setOpen(false)}>
              {say(TEXTS.cancel, lang)}
            </button>
          </p>
        </form>
      ) : (
        <p class="tindakan">
          {source !== null && (
            <button type="button" class="tombol" disabled={busy} onClick={() => void pull()}>
              <Icon name="ulang" />
              {say(busy ? BOOKINGS.pulling : BOOKINGS.pull, lang)}
            </button>
          )}
          <button type="button" class="tombol" onClick={() => setOpen(true)}>
            <Icon name="ketik" />
            {say(BOOKINGS.sourceSet, lang)}
          </button>
        </p>
      )}
    </Card>
  )
}
