import { useEffect, useRef } from 'preact/hooks'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** A new PIN, large and once: gone from the page when it is noted. */
export function PinSlip(props: { staff: string; pin: string; lang: Lang; onDone: () => void }) {
  const { staff, pin, lang, onDone } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="tiket-pin" aria-labelledby="pin-head" onClose={onDone}>
      <h2 id="pin-head">{fill(say(TEXTS.pinHead, lang), { no: staff })}</h2>
      <p class="nomor pin">
        {pin.slice(0, 3)} {pin.slice(3)}
      </p>
      <p class="sobek">{say(TEXTS.pinOnce, lang)}</p>
      <button type="button" class="tombol utama" onClick={onDone}>
        {say(TEXTS.pinDone, lang)}
      </button>
    </dialog>
  )
}
