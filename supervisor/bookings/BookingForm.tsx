import { useState } from 'preact/hooks'
import { BookingStatus } from '../../protocol/commands.ts'
import type { Bookings, NewBooking } from '../../protocol/desk/bookings.ts'
import { Notice } from '../../ui/desk/Notice.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import { readWindowAt } from './clock-at.ts'
import { ChoiceField, TextField, YesField } from './Field.tsx'
import { BOOKINGS, STATUSES } from './texts.ts'

/** One booking: a new one, or one that is there (`known`) and whose code stands fast. `trouble`: why the last try came to nothing. */
export function BookingForm(props: {
  bookings: Bookings
  zone: string
  lang: Lang
  known: NewBooking | null
  trouble: string | null
  onSave: (booking: NewBooking) => void
  onClose: () => void
}) {
  const { bookings, zone, lang, known, trouble, onSave, onClose } = props
  const clock = (at: number | undefined) => (at === undefined ? '' : clockTime(at, zone))
  const [code, setCode] = useState(known?.code ?? '')
  const [day, setDay] = useState(known?.day ?? bookings.day)
  const [from, setFrom] = useState(clock(known?.window.startAt))
  const [until, setUntil] = useState(clock(known?.window.endAt))
  const [service, setService] = useState(known?.service ?? bookings.services[0]?.id ?? '')
  const [status, setStatus] = useState<BookingStatus>(known?.status ?? 'booked')
  const [priority, setPriority] = useState(known?.priority ?? false)
  const [wrong, setWrong] = useState(false)

  const submit = (event: Event): void => {
    event.preventDefault()
    const window = readWindowAt(from, until, day, bookings)
    setWrong(window === null)
    if (window !== null && code.trim() !== '') onSave({ code: code.trim(), day, window, service, status, priority })
  }
  const services = bookings.services.map(({ id, name }) => ({ value: id, text: say(name, lang) }))
  return (
    <form class="formulir dua" onSubmit={submit}>
      {known === null && <TextField id="kode" label={say(BOOKINGS.code, lang)} value={code} onValue={setCode} />}
      <TextField id="tanggal" type="date" label={say(BOOKINGS.date, lang)} value={day} onValue={setDay} />
      <TextField id="mulai" label={say(BOOKINGS.from, lang)} value={from} onValue={setFrom} hint="10.00" />
      <TextField id="sampai" label={say(BOOKINGS.until, lang)} value={until} onValue={setUntil} hint="11.00" />
      <ChoiceField
        id="layanan"
        label={say(BOOKINGS.service, lang)}
        value={service}
        choices={services}
        onValue={setService}
      />
      <ChoiceField
        id="status"
        label={say(BOOKINGS.status, lang)}
        value={status}
        choices={BookingStatus.options.map((value) => ({ value, text: say(STATUSES[value], lang) }))}
        onValue={(value) => setStatus(BookingStatus.catch('booked').parse(value))}
      />
      <YesField id="prioritas" label={say(BOOKINGS.priority, lang)} value={priority} onValue={setPriority} />
      <Notice tone="rusak" text={wrong ? say(BOOKINGS.clockWrong, lang) : trouble} />
      <FormButtons lang={lang} act={say(BOOKINGS.save, lang)} busy={false} onClose={onClose} />
    </form>
  )
}
