import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import type { Action } from '../action.ts'
import type { UndoFace } from '../choose-undo.ts'
import { TEXTS } from '../texts.ts'

/**
 * Calm lines above the primary: the line is down, or what became of the last press, with the way back while there is one. The seconds run outside of what is read aloud.
 */
export function NoticeLine(props: {
  lines: readonly string[]
  refused: boolean
  undo: UndoFace | null
  offline: boolean
  busy: boolean
  lang: Lang
  onPress: (action: Action) => void
}) {
  const { refused, offline, busy, lang, onPress } = props
  const undo = offline ? null : props.undo
  const lines = offline ? [say(TEXTS.offline, lang)] : props.lines
  const icon = offline ? 'putus' : refused ? 'info' : 'lengkap'
  return (
    <div class={offline ? 'kabar putus' : 'kabar'}>
      <div role="status">
        {lines.map((line) => (
          <p key={line}>
            <Icon name={icon} />
            {line}
          </p>
        ))}
      </div>
      {undo !== null && (
        <button
          type="button"
          class="tombol"
          aria-disabled={busy}
          aria-keyshortcuts="F10"
          onClick={() => onPress(undo.action)}
        >
          <Icon name={undo.action.icon} />
          {undo.action.label}
          <span class="tuts">F10</span>
        </button>
      )}
    </div>
  )
}
