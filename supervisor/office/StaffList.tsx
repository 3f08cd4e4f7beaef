import { useState } from 'preact/hooks'
import { DeskStaff, type StaffAct, StaffActed } from '../../protocol/desk/office.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { DeskApi } from '../desk-api.ts'
import { Loading } from '../parts/Loading.tsx'
import { notSavedText } from '../texts.ts'
import { FORM } from './form-texts.ts'

/** The staff by number: add with a first PIN, new PIN, rank, lock, remove. A PIN is shown once and then gone. */
export function StaffList({ api, lang }: { api: DeskApi; lang: Lang }) {
  const loaded = useAsked(() => api.get('/office/staff', DeskStaff), 'staff', 10_000)
  const [number, setNumber] = useState('')
  const [rank, setRank] = useState<'staff' | 'supervisor'>('staff')
  const [pin, setPin] = useState<{ number: string; pin: string } | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (loaded.value === null) return <Loading loaded={loaded} lang={lang} />
  const { self, staff } = loaded.value

  const act = async (wish: StaffAct, question?: { id: string; en: string }): Promise<void> => {
    if (question !== undefined && !confirm(fill(say(question, lang), { nomor: wish.number }))) return
    const asked = await api.post('/office/staff', StaffActed, wish)
    if (asked.status !== 'done') return setWrong(notSavedText(asked, lang))
    if (asked.value.status === 'refused') return setWrong(say(FORM.staffWhy[asked.value.why], lang))
    setWrong(null)
    if (asked.value.pin !== null) setPin({ number: wish.number, pin: asked.value.pin })
    if (wish.act === 'add') setNumber('')
    await loaded.again()
  }
  const add = (event: Event): void => {
    event.preventDefault()
    if (/^\d{2,6}$/.test(number)) void act({ act: 'add', number, rank })
    else setWrong(say(FORM.staffNumber, lang))
  }
  const button = (words: { id: string; en: string }, of: string, onClick: () => void) => (
    <button type="button" class="tombol" aria-label={`${say(words, lang)}, ${of}`} onClick={onClick}>
      {say(words, lang)}
    </button>
  )
  return (
    <>
      {pin !== null && (
        <section class="kartu pin-sekali" role="status">
          <p>
            {fill(say(FORM.pinShown, lang), { nomor: pin.number, pin: `${pin.pin.slice(0, 3)} ${pin.pin.slice(3)}` })}
          </p>
          <button type="button" class="tombol" onClick={() => setPin(null)}>
            {say(FORM.noted, lang)}
          </button>
        </section>
      )}
      <Notice tone="rusak" text={wrong} />
      <Card id="k-petugas" head={say(FORM.staffHead, lang)} aside={say(FORM.staffAside, lang)}>
        <DataTable
          label={say(FORM.staffHead, lang)}
          empty={say(FORM.noStaff, lang)}
          columns={[FORM.number, FORM.rank, FORM.state, FORM.acts].map((head) => ({ head: say(head, lang) }))}
          rows={staff.map((one) => ({
            key: one.number,
            cells: [
              <b key="no">{one.number === self ? `${one.number} ${say(FORM.you, lang)}` : one.number}</b>,
              say(FORM.ranks[one.rank], lang),
              <span key="state" class={one.locked ? 'keadaan lewat' : 'keadaan tepat'}>
                <Icon name={one.locked ? 'kunci' : 'lengkap'} />
                {say(one.locked ? FORM.locked : FORM.ready, lang)}
              </span>,
              <span key="acts" class="tindakan">
                {one.locked && button(FORM.unlock, one.number, () => void act({ act: 'unlock', number: one.number }))}
                {button(
                  FORM.newPin,
                  one.number,
                  () => void act({ act: 'new-pin', number: one.number }, FORM.pinConfirm),
                )}
                {one.number !== self &&
                  button(
                    one.rank === 'staff' ? FORM.promote : FORM.demote,
                    one.number,
                    () =>
                      void act({
                        act: 'rank',
                        number: one.number,
                        rank: one.rank === 'staff' ? 'supervisor' : 'staff',
                      }),
                  )}
                {one.number !== self &&
                  button(
                    FORM.removeStaff,
                    one.number,
                    () => void act({ act: 'remove', number: one.number }, FORM.removeConfirm),
                  )}
              </span>,
            ],
          }))}
        />
      </Card>
      <Card id="k-petugas-baru" head={say(FORM.addStaffHead, lang)}>
        <form class="baris-isian" onSubmit={add}>
          <label for="petugas-baru">{say(FORM.staffNumber, lang)}</label>
          <input
            id="petugas-baru"
            class="pendek"
            inputMode="numeric"
            maxLength={6}
            autocomplete="off"
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <label for="peran-baru">{say(FORM.rank, lang)}</label>
          <select
            id="peran-baru"
            value={rank}
            onChange={(event) => setRank(event.currentTarget.value === 'supervisor' ? 'supervisor' : 'staff')}
          >
            <option value="staff">{say(FORM.ranks.staff, lang)}</option>
            <option value="supervisor">{say(FORM.ranks.supervisor, lang)}</option>
          </select>
          <button type="submit" class="tombol">
            {say(FORM.addStaff, lang)}
          </button>
        </form>
      </Card>
    </>
  )
}
