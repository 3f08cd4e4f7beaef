import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { TEXTS } from '../texts.ts'

/** Below the ticket: the button that allows sound, and the age of the picture. `onArm` null: nothing more to sound for. */
export function Foot(props: {
  now: number
  zone: string
  age: { lostAt: number; oldMin: number } | null
  armed: boolean
  onArm: (() => void) | null
  lang: Lang
}) {
  const { now, zone, age, armed, onArm, lang } = props
  return (
    <>
      {onArm !== null && (
        <button type="button" class="tombol" aria-pressed={armed} onClick={onArm}>
          <Icon name={armed ? 'centang' : 'getar'} />
          {say(armed ? TEXTS.willSound : TEXTS.soundMe, lang)}
        </button>
      )}
      {onArm !== null && armed && <p class="umur">{say(TEXTS.keepOpen, lang)}</p>}
      <p class={age === null ? 'umur' : 'umur basi'} role="status">
        <Icon name={age === null ? 'lengkap' : 'putus'} />
        {age === null
          ? fill(say(TEXTS.updated, lang), { jam: clockTime(now, zone) })
          : fill(say(age.oldMin === 0 ? TEXTS.staleNow : TEXTS.stale, lang), {
              jam: clockTime(age.lostAt, zone),
              n: age.oldMin,
            })}
      </p>
      <p class="umur">{say(TEXTS.onlyNumber, lang)}</p>
    </>
  )
}
