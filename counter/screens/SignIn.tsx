import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TicketNumber } from '../../protocol/ids.ts'
import type { CounterView } from '../../protocol/views.ts'
import { fill, type Lang, refusalText, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { SHEET_FORM } from '../parts/ActionButton.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS, wordsIn } from '../texts.ts'
import type { Asking } from '../use-asking.ts'

/** Seconds that are left until another try is allowed, by this machine's monotonic clock. */
const useCountdown = (): { leftSec: number; start: (seconds: number) => void } => {
  const [untilMs, setUntil] = useState(0)
  const [nowMs, setNow] = useState(0)
  useEffect(() => {
    if (untilMs <= nowMs) return
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [untilMs, nowMs])
  return {
    leftSec: Math.max(0, Math.ceil((untilMs - nowMs) / 1000)),
    start(seconds) {
      setNow(performance.now())
      setUntil(performance.now() + seconds * 1000)
    },
  }
}

/** Above the form at a counter that is closed. */
export function SignInHead({ view, lang }: { view: CounterView; lang: Lang }) {
  return (
    <div class="berikut">
      <h1>{fill(say(TEXTS.signInTo, lang), { loket: view.place })}</h1>
    </div>
  )
}

/** Above the form at a counter that is open: what stays there meanwhile. */
export function LockedHead(props: {
  number: TicketNumber | null
  paused: CounterView['paused']
  zone: string
  lang: Lang
}) {
  const { number, paused, zone, lang } = props
  const words = wordsIn(lang)
  return (
    <div class="berikut terkunci" role="status">
      <h1>{number === null ? words('locked') : words('lockedWith', { no: number })}</h1>
      {paused !== null && (
        <p>{words('paused', { alasan: say(paused.reason, lang), jam: clockTime(paused.sinceAt, zone) })}</p>
      )}
      <p>{words('lockedBody')}</p>
    </div>
  )
}

/**
 * Staff number, `known` to begin with, and PIN. Enter goes from the one to the other. The PIN is forgotten at every try, right
 * or wrong.
 */
export function SignIn(props: { known: string; head: ComponentChildren; asking: Asking; lang: Lang }) {
  const { known, head, asking, lang } = props
  const [staff, setStaff] = useState(known)
  const [pin, setPin] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const { leftSec, start } = useCountdown()
  const staffField = useRef<HTMLInputElement>(null)
  const pinField = useRef<HTMLInputElement>(null)
  useEffect(() => (known === '' ? staffField : pinField).current?.focus(), [known])

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (leftSec > 0) return
    if (pin === '' && staffField.current === staffField.current?.ownerDocument.activeElement)
      return pinField.current?.focus()
    if (!/^\d{2,6}$/.test(staff) || !/^\d{6}$/.test(pin)) return setTrouble(say(TEXTS.signInIncomplete, lang))
    const reply = await asking.enter({ type: 'SignIn', staff, pin })
    if (reply === null) return
    setPin('')
    setTrouble(null)
    if (reply.status === 'refused' && reply.refusal.code === 'sign-in-locked') start(reply.refusal.retryInSec ?? 60)
    else if (reply.status === 'refused') setTrouble(refusalText(reply.refusal, lang))
    else if (reply.status === 'unreachable') setTrouble(say(TEXTS.unreachable, lang))
    else if (reply.status === 'invalid') setTrouble(say(TEXTS.invalid, lang))
  }

  const words =
    leftSec > 0
      ? `${refusalText({ code: 'sign-in-locked', retryInSec: leftSec }, lang)} ${say(TEXTS.supervisorUnlocks, lang)}`
      : (trouble ?? undefined)
  const field = (name: string, value: string, onValue: (value: string) => void, max: number) => ({
    id: name,
    value,
    maxLength: max,
    inputMode: 'numeric' as const,
    'aria-describedby': 'masuk-pesan',
    onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value.replace(/\D/g, '')),
  })
  return (
    <Sheet head={head}>
      <form id={SHEET_FORM} class="isian" onSubmit={submit}>
        <label for="nomor-petugas">{say(TEXTS.staffNumber, lang)}</label>
        <input ref={staffField} type="text" autocomplete="off" {...field('nomor-petugas', staff, setStaff, 6)} />
        <label for="pin">{say(TEXTS.pin, lang)}</label>
        <input ref={pinField} type="password" autocomplete="one-time-code" {...field('pin', pin, setPin, 6)} />
        <p id="masuk-pesan" class="rusak" role="alert">
          {words}
        </p>
      </form>
    </Sheet>
  )
}
