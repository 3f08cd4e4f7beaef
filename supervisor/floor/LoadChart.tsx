import type { FloorLoad } from '../../protocol/supervisor-view.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import type { PartProps } from './part-props.ts'
import { FLOOR } from './texts.ts'

/** Units of the drawing: a row per window, its bars from `LEFT` on. */
const ROW = 42
const LEFT = 118
const WIDTH = 440
const BARS = 210

/** Booked against capacity, window by window: what lies beyond capacity is hatched and written. */
export function LoadChart({ view, now, lang }: PartProps) {
  const { load, office } = view
  if (load.length === 0)
    return (
      <Card id="load" head={say(FLOOR.load, lang)}>
        <p class="kosong">{say(FLOOR.noWindows, lang)}</p>
      </Card>
    )
  const most = Math.max(1, ...load.flatMap(({ booked, capacity }) => [booked, capacity ?? 0]))
  const x = (people: number): number => LEFT + (people / most) * BARS
  const sentence = load
    .map(({ window, booked, capacity }) =>
      fill(say(FLOOR.loadSays, lang), { jam: windowText(window, office.zone), n: booked, mampu: capacity ?? 0 }),
    )
    .join('. ')
  const row = ({ window, booked, capacity }: FloorLoad, i: number) => {
    const y = i * ROW
    const isPast = now >= window.endAt
    const within = Math.min(booked, capacity ?? booked)
    const over = booked - within
    const unserved = capacity === null && booked > 0 && !isPast
    const isNow = window.startAt <= now && now < window.endAt
    const label = `${clockTime(window.startAt, office.zone)}–${clockTime(window.endAt, office.zone)}`
    const end = Math.max(x(booked), x(capacity ?? 0)) + 10
    return (
      <g key={window.startAt}>
        <text x="0" y={y + 27} font-size="15" font-weight={isNow ? 800 : 500}>
          {label}
        </text>
        <rect x={LEFT} y={y + 10} width={x(within) - LEFT} height="22" class={isPast ? 'lalu' : 'baik'} />
        {over > 0 && <rect x={x(within)} y={y + 10} width={x(over) - LEFT} height="22" class="arsir" />}
        {capacity !== null && <path d={`M${x(capacity)} ${y + 5}v32`} class="batas" />}
        <text x={end} y={y + 27} font-size="15" font-weight="700" class={over > 0 || unserved ? 'lebih' : ''}>
          {unserved
            ? fill(say(FLOOR.noCounter, lang), { n: booked })
            : over > 0
              ? fill(say(FLOOR.over, lang), { n: booked, lebih: over })
              : booked}
        </text>
      </g>
    )
  }
  return (
    <Card id="load" head={say(FLOOR.load, lang)} aside={say(FLOOR.people, lang)}>
      <svg class="grafik" viewBox={`0 0 ${WIDTH} ${load.length * ROW + 6}`} role="img" aria-label={sentence}>
        <defs>
          <pattern id="arsir" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" class="dasar" />
            <line x1="0" y1="0" x2="0" y2="7" class="garis" />
          </pattern>
        </defs>
        {load.map(row)}
      </svg>
      <p class="label">{say(FLOOR.loadKey, lang)}</p>
    </Card>
  )
}
