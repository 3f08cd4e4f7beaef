import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'
import type { Notice } from '../use-asking.ts'

/** One calm line above the primary: the line is down, or what became of the last press. */
export function NoticeLine({ notice, offline, lang }: { notice: Notice | null; offline: boolean; lang: Lang }) {
  return (
    <div class="kabar" role="status">
      {offline ? (
        <p class="putus">
          <Icon name="putus" />
          {say(TEXTS.offline, lang)}
        </p>
      ) : (
        notice !== null && (
          <p>
            <Icon name={notice.tone === 'done' ? 'lengkap' : 'info'} />
            {notice.text}
          </p>
        )
      )}
    </div>
  )
}
