import { type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** The foot of a question: away from it, or the act in words. */
export function FormButtons(props: { lang: Lang; act: string; busy: boolean; onClose: () => void }) {
  const { lang, act, busy, onClose } = props
  return (
    <div class="tindakan">
      <button type="button" class="tombol" onClick={onClose}>
        {say(TEXTS.cancel, lang)}
      </button>
      <button type="submit" class="tombol utama" disabled={busy}>
        {act}
      </button>
    </div>
  )
}
