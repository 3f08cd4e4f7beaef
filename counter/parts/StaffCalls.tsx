import type { CounterView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { TEXTS } from '../texts.ts'

/** Kiosks at which somebody waits for staff, oldest first as the view has them. */
export function StaffCalls(props: {
  view: CounterView
  lang: Lang
  offline: boolean
  onAnswer: (kiosk: string) => void
}) {
  const { view, lang, offline, onAnswer } = props
  return (
    <div class="panggilan-kios" aria-live="polite">
      {view.staffCalls.map(({ kiosk, at }) => (
        <p key={kiosk}>
          <Icon name="petugas" />
          <b>{fill(say(TEXTS.kioskCalls, lang), { kios: kiosk })}</b>
          <span class="label">{clockTime(at, view.office.zone)}</span>
          <button type="button" class="tombol" disabled={offline} onClick={() => onAnswer(kiosk)}>
            {say(TEXTS.answered, lang)}
          </button>
        </p>
      ))}
    </div>
  )
}
