import { type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

const KEY_WORDS = [
  ['F1', TEXTS.nextKey],
  ['F2', TEXTS.start],
  ['F2', TEXTS.finish],
  ['F3', TEXTS.recall],
  ['F4', TEXTS.noShow],
  ['F4', TEXTS.endVisit],
  ['F5', TEXTS.park],
  ['F6', TEXTS.askDocument],
  ['F7', TEXTS.transfer],
  ['F8', TEXTS.callSpecific],
  ['F9', TEXTS.pauseOrClose],
  ['F10', TEXTS.undoKey],
  ['F11', TEXTS.lockKey],
  ['F12', TEXTS.visitor],
  ['Enter', TEXTS.save],
  ['Esc', TEXTS.cancel],
] as const

/** The keys that serve a whole day without a mouse, while there is no queue to show. */
export function KeyHelp({ lang }: { lang: Lang }) {
  return (
    <section class="papan-ketik">
      <h2>{say(TEXTS.keys, lang)}</h2>
      <ul>
        {KEY_WORDS.map(([key, words]) => (
          <li key={words.id}>
            <kbd class="tuts">{key}</kbd>
            {say(words, lang)}
          </li>
        ))}
      </ul>
      <p class="angka">{say(TEXTS.keypadKeys, lang)}</p>
    </section>
  )
}
