import { useEffect, useRef, useState } from 'preact/hooks'
import type { CounterView } from '../../protocol/views.ts'
import { fill, type Lang, refusalText, say } from '../../ui/texts.ts'
import { SHEET_FORM } from '../parts/ActionButton.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'
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

/** Staff number and PIN. The PIN is forgotten at every try, right or wrong. */
export function SignIn({ view, asking, lang }: { view: CounterView; asking: Asking; lang: Lang }) {
  const [staff, setStaff] = useState('')
  const [pin, setPin] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const { leftSec, start } = useCountdown()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (leftSec > 0) return
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
    leftSec > 0 ? refusalText({ code: 'sign-in-locked', retryInSec: leftSec }, lang) : (trouble ?? undefined)
  const field = (name: string, value: string, onValue: (value: string) => void, max: number) => ({
    id: name,
    value,
    maxLength: max,
    inputMode: 'numeric' as const,
    'aria-describedby': 'masuk-pesan',
    onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value.replace(/\D/g, '')),
  })
  return (
    <Sheet
      head={
        <div class="berikut">
          <h1>{fill(say(TEXTS.signInTo, lang), { loket: view.place })}</h1>
        </div>
      }
    >
      <form id={SHEET_FORM} class="isian" onSubmit={submit}>
        <label for="nomor-petugas">{say(TEXTS.staffNumber, lang)}</label>
        <input ref={first} type="text" autocomplete="off" {...field('nomor-petugas', staff, setStaff, 6)} />
        <label for="pin">{say(TEXTS.pin, lang)}</label>
        <input type="password" autocomplete="one-time-code" {...field('pin', pin, setPin, 6)} />
        <p id="masuk-pesan" class="rusak" role="alert">
          {words}
        </p>
      </form>
    </Sheet>
  )
}
