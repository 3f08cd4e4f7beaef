import { useEffect, useRef } from 'preact/hooks'
import type { KioskView } from '../../protocol/views.ts'
import type { Piece } from '../../voice/clip-of.ts'
import { openPlayer, type Player } from '../../voice/player.ts'
import type { Happening, Local } from '../local.ts'
import { isIdle, type Screen, WARNING_MS } from '../screen.ts'
import { moveFocus } from './move-focus.ts'
import { readLines } from './read-lines.ts'
import { type Reader, sayButton, sayKey, sayScreen, sayWarning, seeScreen } from './read-screen.ts'
import { VOLUME } from './sound-level.ts'
import { useJack } from './use-jack.ts'

/** How often the start is said to whoever stands there with headphones, ms. */
const INVITE_MS = 60_000
/** While a screen is being said its time does not run, ms between two touches in the visitor's name. */
const HOLD_MS = 2_000
const AGAIN = [' ', '*']

type GuidanceProps = {
  screen: Screen
  local: Local
  view: KioskView | null
  /** The question at the end of the time stands over the screen. */
  asked: boolean
  clock: { readonly current: number }
  happen: (happening: Happening) => void
}

/** What makes a screen another one to the ear. */
const keyOf = (screen: Screen, { lang, sound }: Local, asked: boolean): string =>
  [
    ...[screen.name, lang, sound, asked],
    'page' in screen ? screen.page : '',
    'ticket' in screen ? screen.ticket.number : '',
  ].join(' ')

const PLAIN = { style: 'digits', zero: 'nol' } as const

/**
 * Says what is on the screen, for visitors who cannot see it: each new screen, each button that gets the focus, each key
 * that is typed. Any key interrupts; Space and `*` say the screen again. Silent until somebody asks for sound.
 */
export const useGuidance = ({ screen, local, view, asked, clock, happen }: GuidanceProps): void => {
  const { lang, sound, headphones } = local
  const player = useRef<Player | null>(null)
  const reader = (opened: Player): Reader => ({ has: opened.has, style: view?.voice ?? PLAIN })

  const say = async (piecesOf: (reader: Reader) => Piece[], holds = false): Promise<void> => {
    if (sound === 'off') return
    player.current ??= openPlayer()
    const opened = player.current
    opened.setVolume(VOLUME[sound])
    await opened.refresh()
    const touch = (): void => happen({ type: 'touched', at: clock.current })
    const holding = holds ? setInterval(touch, HOLD_MS) : undefined
    const { said, ended } = await opened.speak(piecesOf(reader(opened)))
    clearInterval(holding)
    if (said !== '') document.documentElement.dataset.said = said
    if (holds && ended === 'whole') touch()
  }
  const saySeen = (holds: boolean): void =>
    void say((from) => sayScreen(seeScreen(document, lang), lang, from, screen.name === 'printer-trouble'), holds)
  const latest = useRef({ say, saySeen, heard: false })
  latest.current = { say, saySeen, heard: sound !== 'off' }

  useEffect(() => () => player.current?.close(), [])
  useEffect(() => {
    if (sound === 'off') player.current?.stop()
  }, [sound])

  // The question at the end of the time keeps its time, or it would never end.
  useEffect(() => saySeen(!asked), [keyOf(screen, local, asked)])

  const warned = screen.timeout?.warning === 'inline' && screen.timeout.leftMs <= WARNING_MS
  useEffect(() => {
    if (warned) void say((from) => sayWarning(document, lang, from))
  }, [warned])

  const code = screen.name === 'keypad' ? screen.code : ''
  const typed = useRef(code)
  useEffect(() => {
    const before = typed.current
    typed.current = code
    if (code !== before && screen.name === 'keypad') void say((from) => sayKey(before, code, lang, from))
  }, [code])

  useEffect(() => {
    if (!headphones || !isIdle(screen)) return
    const inviting = setInterval(() => latest.current.saySeen(false), INVITE_MS)
    return () => clearInterval(inviting)
  }, [headphones, screen.name])

  useJack((plugged) => happen({ type: 'jack', plugged }))
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      player.current?.stop()
      if (moveFocus(event.key)) event.preventDefault()
    }
    const onAgain = (event: KeyboardEvent): void => {
      // A key that a scanner typed was taken already.
      if (!AGAIN.includes(event.key) || !latest.current.heard) return
      event.preventDefault()
      if (event.type === 'keydown' && !event.repeat) latest.current.saySeen(true)
    }
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLButtonElement)) return
      const own = readLines(target, document.documentElement.lang === 'en' ? 'en' : 'id')
      const no = [...(target.parentElement?.querySelectorAll('button') ?? [])].indexOf(target) + 1
      void latest.current.say((from) => sayButton(own, no, own[0]?.lang ?? 'id', from), true)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('keydown', onAgain)
    document.addEventListener('keyup', onAgain)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('keydown', onAgain)
      document.removeEventListener('keyup', onAgain)
      document.removeEventListener('focusin', onFocus)
    }
  }, [])
}
