import { useEffect, useRef } from 'preact/hooks'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { InHand } from '../choose-screen.ts'
import { TEXTS } from '../texts.ts'

/** Asks before a visit is ended without its passport; the harmless answer has the focus, Escape gives it too. */
export function RejectQuestion(props: {
  inHand: InHand
  lang: Lang
  offline: boolean
  onYes: () => void
  onNo: () => void
}) {
  const { inHand, lang, offline, onYes, onNo } = props
  const no = useRef<HTMLButtonElement>(null)
  useEffect(() => no.current?.focus(), [])
  return (
    <div
      class="tanya"
      role="alertdialog"
      aria-labelledby="tanya-judul"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo()
      }}
    >
      <p id="tanya-judul">{fill(say(TEXTS.rejectAsk, lang), { no: inHand.number })}</p>
      <button type="button" class="tombol" disabled={offline} onClick={onYes}>
        {say(TEXTS.rejectYes, lang)}
      </button>
      <button type="button" class="tombol" ref={no} onClick={onNo}>
        {say(TEXTS.cancel, lang)}
        <span class="tuts">Esc</span>
      </button>
    </div>
  )
}
