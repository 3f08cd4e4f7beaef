import { useState } from 'preact/hooks'
import { type Bookings, FoundBooking, type NewBooking } from '../../protocol/desk/bookings.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, dayText, windowText } from '../../ui/time.ts'
import type { DeskApi } from '../desk-api.ts'
import { troubleText } from '../texts.ts'
import { TextField } from './Field.tsx'
import { BOOKINGS, STANDINGS, STATUSES } from './texts.ts'

type Found = Extract<FoundBooking, { status: 'found' }>

/** Finds a booking by its code or a ticket by its number. The code stays in the field and in the body of the question. */
export function FindCard(props: {
  api: DeskApi
  bookings: Bookings
  zone: string
  lang: Lang
  onChange: (booking: NewBooking) => void
}) {
  const { api, bookings, zone, lang, onChange } = props
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    const asked = await api.post('/bookings/find', FoundBooking, { text })
    setFound(asked.status === 'done' && asked.value.status === 'found' ? asked.value : null)
    if (asked.status !== 'done') setSaid(troubleText(asked, lang))
    else if (asked.value.status === 'found') setSaid(null)
    else setSaid(say(asked.value.status === 'billing-code' ? BOOKINGS.billing : BOOKINGS.notFound, lang))
  }
  const booking = found?.booking ?? null
  const ticket = found?.ticket ?? null
  const service = bookings.services.find(({ id }) => id === booking?.service)?.name
  return (
    <Card id="cari" head={say(BOOKINGS.findHead, lang)}>
      <form class="formulir cari" onSubmit={submit}>
        <TextField id="dicari" label={say(BOOKINGS.findLabel, lang)} value={text} onValue={setText} />
        <button type="submit" class="tombol">
          <Icon name="cari" />
          {say(BOOKINGS.find, lang)}
        </button>
      </form>
      <Notice tone="lewat" text={said} />
      {found !== null && (
        <dl class="temuan">
          <dt>{say(BOOKINGS.ticket, lang)}</dt>
          <dd>
            {ticket === null ? (
              say(BOOKINGS.noTicket, lang)
            ) : (
              <>
                <b class="no">{ticket.number}</b> {say(STANDINGS[ticket.standing], lang)}
                {ticket.counter !== null && `, ${say(BOOKINGS.counter, lang)} ${ticket.counter}`},{' '}
                {say(ticket.stage, lang)}, {fill(say(BOOKINGS.came2, lang), { jam: clockTime(ticket.cameAt, zone) })}
              </>
            )}
          </dd>
          <dt>{say(BOOKINGS.name, lang)}</dt>
          <dd>
            {booking === null
              ? say(BOOKINGS.noBooking, lang)
              : `${dayText(booking.day, lang)}, ${windowText(booking.window, zone)}, ${service === undefined ? booking.service : say(service, lang)}`}
          </dd>
          {booking !== null && (
            <>
              <dt>{say(BOOKINGS.status, lang)}</dt>
              <dd>
                {say(STATUSES[booking.status], lang)}
                {booking.priority && `, ${say(BOOKINGS.priorityYes, lang)}`}
              </dd>
            </>
          )}
        </dl>
      )}
      {found?.byCode && booking !== null && (
        <p class="tindakan">
          <button type="button" class="tombol" onClick={() => onChange({ code: text.trim(), ...booking })}>
            <Icon name="ketik" />
            {say(BOOKINGS.change, lang)}
          </button>
          {ticket !== null && <span class="label">{say(BOOKINGS.changeNote, lang)}</span>}
        </p>
      )}
    </Card>
  )
}
