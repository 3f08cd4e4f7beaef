import type { Figures } from '../../protocol/desk/figures.ts'
import { fill, type Lang, say } from '../texts.ts'
import { percentOf, percentText } from './numbers.ts'
import { FIGURES } from './texts.ts'

const [LEFT, WIDTH, HIGH, STEP] = [108, 368, 24, 38]
/** A bar that is shorter than its value's text has the text behind it. */
const ROOM_FOR_TEXT = 60

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}.${two(minute % 60)}`
const windowText = (key: string): string =>
  key
    .split('-')
    .map((part) => clock(Number(part)))
    .join('–')

/** Windows kept (screens.md section 8): a full-width bar per window, solid within, hatched up to 30 min past, rust beyond. */
export function KeptChart({ rows, lang }: { rows: Figures['keptByWindow']; lang: Lang }) {
  const bars = rows.map(({ key, n, within, upTo30, later }) => ({
    ...{ key, name: windowText(key), shares: [within, upTo30, later].map((part) => percentOf(part, n) ?? 0) },
  }))
  const text = (percent: number | undefined): string => percentText(percent ?? null, lang, 0)
  const said = bars.map(({ name, shares: [a, b, c] }) =>
    fill(say(FIGURES.keptRowSays, lang), { jam: name, a: text(a), b: text(b), c: text(c) }),
  )
  const foot = bars.length * STEP + 14
  return (
    <svg
      class="grafik-angka"
      viewBox={`0 0 480 ${foot + 24}`}
      role="img"
      aria-label={fill(say(FIGURES.keptChartSays, lang), { baris: said.join('; ') })}
    >
      <defs>
        <pattern id="arsir-angka" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="arsir-dasar" width="6" height="6" />
          <path class="arsir-garis" d="M0 0V6" />
        </pattern>
      </defs>
      {bars.map(({ key, name, shares: [a = 0, b = 0, c = 0] }, i) => {
        const [y, wide] = [i * STEP + 4, (percent: number) => (WIDTH * percent) / 100]
        const fits = wide(a) > ROOM_FOR_TEXT
        return (
          <g key={key}>
            <text x="0" y={y + 17}>
              {name}
            </text>
            <rect class="dalam" x={LEFT} y={y} width={wide(a)} height={HIGH} />
            <rect class="arsir" x={LEFT + wide(a)} y={y} width={wide(b)} height={HIGH} />
            <rect class="lebih" x={LEFT + wide(a + b)} y={y} width={wide(c)} height={HIGH} />
            <text class={fits ? 'di-hijau' : 'di-luar'} x={LEFT + 12} y={y + 17}>
              {text(a)}
            </text>
          </g>
        )
      })}
      {(
        [
          ['dalam', FIGURES.within, 0],
          ['arsir', FIGURES.upTo30, 128],
          ['lebih', FIGURES.more, 282],
        ] as const
      ).map(([kind, words, x]) => (
        <g key={kind}>
          <rect class={kind} x={x + 0.5} y={foot} width="14" height="14" />
          <text class="samar kecil" x={x + 20} y={foot + 12.5}>
            {say(words, lang)}
          </text>
        </g>
      ))}
    </svg>
  )
}
