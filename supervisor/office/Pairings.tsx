import { useState } from 'preact/hooks'
import { DeskPairings, DevicePaired } from '../../protocol/desk/office.ts'
import type { Office } from '../../protocol/office.ts'
import { DeviceRole } from '../../protocol/roles.ts'
import { Nothing } from '../../ui/desk/ask-server.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { QrPicture } from '../../ui/parts/QrPicture.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { calendarDay, clockTime, dayText } from '../../ui/time.ts'
import type { DeskApi } from '../desk-api.ts'
import { Loading } from '../parts/Loading.tsx'
import { notSavedText } from '../texts.ts'
import { FORM } from './form-texts.ts'

type Shown = { name: string; token: string; link: string | null }

/** What is paired, pairing one more (its link and picture shown once), and ending a pairing, which asks first. */
export function Pairings({ api, office, lang }: { api: DeskApi; office: Office; lang: Lang }) {
  const loaded = useAsked(() => api.get('/office/pairings', DeskPairings), 'pairings', 5_000)
  const [role, setRole] = useState<DeviceRole>('kiosk')
  const [place, setPlace] = useState('1')
  const [shown, setShown] = useState<Shown | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (loaded.value === null) return <Loading loaded={loaded} lang={lang} />
  const nameOf = (one: { role: DeviceRole; place: string }) => `${say(FORM.roles[one.role], lang)} ${one.place}`
  const when = (at: number) => `${dayText(calendarDay(at, office.zone), lang)}, ${clockTime(at, office.zone)}`

  const pair = async (event: Event): Promise<void> => {
    event.preventDefault()
    const asked = await api.post('/office/pairings', DevicePaired, { role, place })
    if (asked.status !== 'done') return setWrong(notSavedText(asked, lang))
    if (asked.value.status === 'no-such-place') return setWrong(say(FORM.noPlace, lang))
    setWrong(null)
    setShown({ name: nameOf({ role, place }), token: asked.value.token, link: asked.value.link })
    await loaded.again()
  }
  const revoke = async (id: string, name: string): Promise<void> => {
    if (!confirm(fill(say(FORM.revokeConfirm, lang), { apa: name }))) return
    const asked = await api.post('/office/revoke', Nothing, { id })
    setWrong(asked.status === 'done' ? null : notSavedText(asked, lang))
    await loaded.again()
  }
  return (
    <>
      {shown !== null && (
        <section class="kartu pin-sekali" role="status">
          <p>{fill(say(shown.link === null ? FORM.pairedToken : FORM.pairedLink, lang), { apa: shown.name })}</p>
          {shown.link !== null && <QrPicture text={shown.link} label={shown.name} />}
          <code>{shown.link ?? shown.token}</code>
          <button type="button" class="tombol" onClick={() => setShown(null)}>
            {say(FORM.noted, lang)}
          </button>
        </section>
      )}
      <Notice tone="rusak" text={wrong} />
      <Card id="k-pasang" head={say(FORM.pairHead, lang)}>
        <form class="baris-isian" onSubmit={(event) => void pair(event)}>
          <label for="jenis-perangkat">{say(FORM.kindOf, lang)}</label>
          <select
            id="jenis-perangkat"
            value={role}
            onChange={(event) => setRole(DeviceRole.catch('kiosk').parse(event.currentTarget.value))}
          >
            {DeviceRole.options.map((one) => (
              <option key={one} value={one}>
                {say(FORM.roles[one], lang)}
              </option>
            ))}
          </select>
          <label for="tempat-perangkat">{say(FORM.place, lang)}</label>
          <input
            id="tempat-perangkat"
            class="pendek"
            autocomplete="off"
            value={place}
            onInput={(event) => setPlace(event.currentTarget.value.trim().toLowerCase())}
          />
          <button type="submit" class="tombol">
            {say(FORM.pair, lang)}
          </button>
        </form>
      </Card>
      <Card id="k-pasangan" head={say(FORM.pairingsHead, lang)}>
        <DataTable
          label={say(FORM.pairingsHead, lang)}
          empty={say(FORM.noPairings, lang)}
          columns={[FORM.device, FORM.pairedAt, FORM.seenAt, FORM.acts].map((head) => ({ head: say(head, lang) }))}
          rows={loaded.value.pairings.map(({ id, seenAt, pairedAt, connected, ...one }) => ({
            key: id,
            cells: [
              nameOf(one),
              when(pairedAt),
              connected ? (
                <span key="now" class="keadaan tepat">
                  <Icon name="lengkap" />
                  {say(FORM.connected, lang)}
                </span>
              ) : seenAt === null ? (
                say(FORM.never, lang)
              ) : (
                when(seenAt)
              ),
              <button
                key="revoke"
                type="button"
                class="tombol"
                aria-label={`${say(FORM.revoke, lang)} ${nameOf(one)}`}
                onClick={() => void revoke(id, nameOf(one))}
              >
                {say(FORM.revoke, lang)}
              </button>,
            ],
          }))}
        />
      </Card>
    </>
  )
}
