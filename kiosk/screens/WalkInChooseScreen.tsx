import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { type Choice, Choices } from '../parts/Choices.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf, WalkInRow } from '../screen.ts'
import { WALK_IN } from '../walk-in-texts.ts'

/** What all rows agree on, null where they differ or none says so. */
const agreed = (values: readonly (number | null)[]): number | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null

const choiceOf = (row: WalkInRow, { lang, perform }: Kiosk, left: number | null): Choice => {
  const choice = { key: row.service, words: say(row.name, lang) }
  switch (row.status) {
    case 'staff':
      return { ...choice, hint: say(WALK_IN.rowStaff, lang), onPress: () => perform({ type: 'call-staff' }) }
    case 'full':
      return { ...choice, reason: say(WALK_IN.rowFull, lang), onPress: () => {} }
    case 'closed':
      return { ...choice, reason: say(WALK_IN.rowClosed, lang), onPress: () => {} }
    case 'open':
      return {
        ...choice,
        ...(left === null && row.left !== null ? { hint: fill(say(WALK_IN.rowLeft, lang), { n: row.left }) } : {}),
        onPress: () => perform({ type: 'choose-service', service: row.service }),
      }
  }
}

/** Without an appointment: for what. A service whose numbers staff give calls them. */
export function WalkInChooseScreen({ screen, kiosk }: { screen: ScreenOf<'walk-in-choose'>; kiosk: Kiosk }) {
  const { lang, zone } = kiosk
  const open = screen.rows.filter(({ status }) => status === 'open')
  const left = agreed(open.map((row) => row.left))
  const untilAt = agreed(open.map((row) => row.untilAt))
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(WALK_IN.choose, lang)}
      actions={
        <Choices choices={screen.rows.map((row) => choiceOf(row, kiosk, left))} page={screen.page} kiosk={kiosk} />
      }
    >
      {(left !== null || untilAt !== null) && (
        <p class="sub">
          {left !== null && fill(say(WALK_IN.left, lang), { n: left })}{' '}
          {untilAt !== null && fill(say(WALK_IN.until, lang), { jam: clockTime(untilAt, zone) })}
        </p>
      )}
      <p class="sub kedua">{say(WALK_IN.booked, lang)}</p>
    </Frame>
  )
}
