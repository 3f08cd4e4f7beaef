import { useRef, useState } from 'preact/hooks'
import type { Wish } from '../../protocol/commands.ts'
import type { Bookings } from '../../protocol/desk/bookings.ts'
import { newCommandId } from '../../ui/connection.ts'
import { Notice } from '../../ui/desk/Notice.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import { readClockAt, readWindowAt } from './clock-at.ts'
import { ChoiceField, TextField, YesField } from './Field.tsx'
import { BOOKINGS } from './texts.ts'

/** A visit that was kept on paper, as the Door takes it. */
export type PaperWish = Extract<Wish, { type: 'EnterPaperVisit' }>

/** Types in a visit that was kept on paper, with the times that stand there. */
export function PaperForm(props: {
  bookings: Bookings
  lang: Lang
  trouble: string | null
  onSave: (visit: PaperWish & { commandId: string }) => void
  onClose: () => void
}) {
  const { bookings, lang, trouble, onSave, onClose } = props
  const [code, setCode] = useState('')
  const [service, setService] = useState(bookings.services[0]?.id ?? '')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [came, setCame] = useState('')
  const [priority, setPriority] = useState(false)
  const [kiosk, setKiosk] = useState('')
  const [isServed, setServed] = useState(false)
  const [called, setCalled] = useState('')
  const [done, setDone] = useState('')
  const [counter, setCounter] = useState(String(bookings.counters[0] ?? ''))
  const [wrong, setWrong] = useState(false)
  const sent = useRef({ body: '', commandId: '' })

  const readVisit = (): PaperWish | null => {
    const clock = (text: string) => readClockAt(text, bookings.day, bookings)
    const [cameAt, calledAt, doneAt] = [clock(came), clock(called), clock(done)]
    const window = from === '' && until === '' ? undefined : readWindowAt(from, until, bookings.day, bookings)
    if (cameAt === null || window === null || (isServed && (calledAt === null || doneAt === null))) return null
    return {
      ...{ type: 'EnterPaperVisit', scanned: code.trim() || null, service, priority, window: window ?? null },
      ...{ kiosk: isServed ? null : kiosk || null, cameAt },
      served: isServed && calledAt !== null && doneAt !== null ? { counter: Number(counter), calledAt, doneAt } : null,
    }
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    const visit = readVisit()
    setWrong(visit === null)
    if (visit === null) return
    // A second press of the same visit is the same command, and has one effect and one answer.
    const body = JSON.stringify(visit)
    if (sent.current.body !== body) sent.current = { body, commandId: newCommandId() }
    onSave({ ...visit, commandId: sent.current.commandId })
  }
  const services = bookings.services.map(({ id, name }) => ({ value: id, text: say(name, lang) }))
  const kiosks = [
    { value: '', text: say(BOOKINGS.noPrint, lang) },
    ...bookings.kiosks.map((place) => ({ value: place, text: fill(say(BOOKINGS.kiosk, lang), { n: place }) })),
  ]
  const counters = bookings.counters.map((number) => ({ value: String(number), text: String(number) }))
  return (
    <form class="formulir dua" onSubmit={submit}>
      <p class="lebar">{say(BOOKINGS.paperSub, lang)}</p>
      <TextField id="datang" label={say(BOOKINGS.cameAt, lang)} value={came} onValue={setCame} hint="09.40" />
      <TextField id="kode" label={say(BOOKINGS.paperCode, lang)} value={code} onValue={setCode} />
      <ChoiceField
        id="layanan"
        label={say(BOOKINGS.service, lang)}
        value={service}
        choices={services}
        onValue={setService}
      />
      <YesField id="prioritas" label={say(BOOKINGS.priority, lang)} value={priority} onValue={setPriority} />
      <TextField id="mulai" label={say(BOOKINGS.letterFrom, lang)} value={from} onValue={setFrom} />
      <TextField id="sampai" label={say(BOOKINGS.letterUntil, lang)} value={until} onValue={setUntil} />
      <YesField id="selesai" label={say(BOOKINGS.wasServed, lang)} value={isServed} onValue={setServed} />
      {isServed ? (
        <>
          <ChoiceField
            id="loket"
            label={say(BOOKINGS.counter, lang)}
            value={counter}
            choices={counters}
            onValue={setCounter}
          />
          <TextField id="dipanggil" label={say(BOOKINGS.calledAt, lang)} value={called} onValue={setCalled} />
          <TextField id="beres" label={say(BOOKINGS.doneAt, lang)} value={done} onValue={setDone} />
        </>
      ) : (
        <ChoiceField id="kios" label={say(BOOKINGS.printAt, lang)} value={kiosk} choices={kiosks} onValue={setKiosk} />
      )}
      <Notice tone="rusak" text={wrong ? say(BOOKINGS.clockWrong, lang) : trouble} />
      <FormButtons lang={lang} act={say(BOOKINGS.save, lang)} busy={false} onClose={onClose} />
    </form>
  )
}
