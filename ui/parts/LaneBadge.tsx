import type { JSX } from 'preact'
import type { LaneFace } from '../../protocol/faces.ts'

/** Outlines on a grid of 48 that differ in touch and print; `at` is where the letter's middle stands. */
const OUTLINES: Record<LaneFace['shape'], { outline: JSX.Element; at: number }> = {
  circle: { outline: <circle cx="24" cy="24" r="21.5" />, at: 24 },
  diamond: { outline: <path d="M24 1.5 46.5 24 24 46.5 1.5 24z" />, at: 24 },
  arrow: { outline: <path d="M3 5h27l15 19-15 19H3z" />, at: 21 },
  square: { outline: <rect x="4" y="4" width="40" height="40" />, at: 24 },
  hexagon: { outline: <path d="M13 4h22l11 20-11 20H13L2 24z" />, at: 24 },
  triangle: { outline: <path d="M24 -3 49 44H-1z" />, at: 24 },
  octagon: { outline: <path d="M15 3h18l12 12v18L33 45H15L3 33V15z" />, at: 24 },
  parallelogram: { outline: <path d="M12 5h35L36 43H1z" />, at: 24 },
}

/** A lane's letter in its outline, always ink and never a colour of its own. `filled`: reversed, as on paper. */
export function LaneBadge({ lane, filled = false }: { lane: LaneFace; filled?: boolean }) {
  const { outline, at } = OUTLINES[lane.shape]
  return (
    <svg class={filled ? 'jalur penuh' : 'jalur'} viewBox="0 0 48 48" role="img" aria-label={lane.letter}>
      {outline}
      <text x={at} y={lane.shape === 'triangle' ? 37 : 32.5}>
        {lane.letter}
      </text>
    </svg>
  )
}
