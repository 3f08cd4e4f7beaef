import type { ComponentChildren } from 'preact'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { ALWAYS } from '../texts.ts'
import { Button } from './Button.tsx'

/** One thing to choose. `hint`: one line below; `reason`: why it cannot be chosen now. */
export type Choice = { key: string; words: string; hint?: string; reason?: string; onPress: () => void }

/** As many as stand on the glass in every mode. */
const PER_PAGE = 6

/** A list to choose from, page by page, and below it the way back, the next page, and what else is given (`foot`). */
export function Choices(props: { choices: readonly Choice[]; page: number; kiosk: Kiosk; foot?: ComponentChildren }) {
  const { choices, kiosk, foot } = props
  const pages = Math.max(1, Math.ceil(choices.length / PER_PAGE))
  const page = props.page % pages
  const shown = choices.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
  return (
    <>
      <div class={shown.length > 3 ? 'daftar rangkap' : 'daftar'}>
        {shown.map(({ key, words, hint, reason, onPress }) => (
          <Button key={key} {...(hint === undefined ? {} : { hint })} reason={reason ?? null} onPress={onPress}>
            {words}
          </Button>
        ))}
      </div>
      <div class="daftar-kaki">
        <Button icon="kiri" onPress={() => kiosk.perform({ type: 'again' })}>
          {say(ALWAYS.goBack, kiosk.lang)}
        </Button>
        {foot}
        {pages > 1 && (
          <Button icon="kanan" onPress={() => kiosk.perform({ type: 'turn-page', page: page + 1 })}>
            {say(ALWAYS.more, kiosk.lang)}
          </Button>
        )}
      </div>
    </>
  )
}
