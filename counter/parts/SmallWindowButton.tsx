import { type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** Opens the small window: in the bar where that has room, else below the queue; the style sheet shows one of the two. */
export function SmallWindowButton({ lang, onPress }: { lang: Lang; onPress: () => void }) {
  return (
    <button type="button" class="tombol kecilkan" onClick={onPress}>
      {say(TEXTS.smallWindow, lang)}
    </button>
  )
}
