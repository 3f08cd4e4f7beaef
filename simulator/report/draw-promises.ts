import type { Words } from '../../protocol/ids.ts'
import { type Html, html } from './html.ts'
import { shareText } from './numbers.ts'
import type { Kept } from './report-data.ts'

const WIDTH = 760
const LEFT = 300
const BAR = 24
const ROW = 32
const GAP = 14

/** One window: its label, and the promises before and after. */
export type PromisesAt = { label: string; rows: readonly { name: string; kept: Kept }[] }

/** The hatch that the bars are filled with, drawn by nobody: one for all charts of a page. */
export const HATCH: Html = html`<svg width="0" height="0" aria-hidden="true"><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><path class="line" d="M0 0V6"/></pattern></svg>`

/** The share of one part; 0 of nobody is nothing. */
export const shareOf = (part: number, { within, upTo30, later }: Kept): number => {
  const all = within + upTo30 + later
  return all === 0 ? Number.NaN : part / all
}

const drawBar = (y: number, name: string, kept: Kept): Html => {
  const [within = 0, upTo30 = 0, later = 0] = [kept.within, kept.upTo30, kept.later].map((part) => {
    const share = shareOf(part, kept)
    return Number.isNaN(share) ? 0 : share * (WIDTH - LEFT)
  })
  return html`<text class="tick" x="${LEFT - 10}" y="${y + 17}">${name}</text>
<rect class="kept" x="${LEFT}" y="${y}" width="${within}" height="${BAR}"/><rect class="hatch" fill="url(#hatch)" x="${LEFT + within}" y="${y}" width="${upTo30}" height="${BAR}"/><rect class="broken" x="${LEFT + within + upTo30}" y="${y}" width="${later}" height="${BAR}"/>
${within > 60 ? html`<text class="on" x="${LEFT + 12}" y="${y + 18}">${shareText(shareOf(kept.within, kept))}</text>` : null}`
}

/**
 * Promises kept: one full-width bar per window and policy, solid for those called within it, hatched up to 30 minutes
 * past its end, rust for later. `HATCH` must stand once on the page.
 */
export const drawPromises = (what: { places: readonly PromisesAt[]; sentence: Words }): Html => {
  const { places, sentence } = what
  let y = 0
  const drawn = places.map(({ label, rows }) => {
    const top = y
    y += rows.length * ROW + GAP
    return html`<text class="window" x="0" y="${top + 18}">${label}</text>${rows.map(({ name, kept }, k) => drawBar(top + k * ROW, name, kept))}`
  })
  const keyY = y + 2
  const key = (x: number, kind: string, text: string) =>
    html`<rect class="${kind}" fill="url(#hatch)" x="${x}" y="${keyY}" width="14" height="14"/><text class="note" x="${x + 21}" y="${keyY + 13}">${text}</text>`
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${keyY + 20}" role="img" aria-label="${sentence.id}">
${drawn}${key(LEFT, 'kept', 'dalam jamnya')}${key(LEFT + 130, 'hatch', 'lewat s.d. 30 menit')}${key(LEFT + 310, 'broken', 'lewat lebih')}
</svg>`
}
