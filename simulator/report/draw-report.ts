import type { Words } from '../../protocol/ids.ts'
import { drawComplaint } from './draw-complaint.ts'
import { drawFigures } from './draw-figures.ts'
import { HATCH } from './draw-promises.ts'
import { drawStories } from './draw-stories.ts'
import { both } from './draw-table.ts'
import { asIs, html } from './html.ts'
import type { Report } from './report-data.ts'
import { STYLE } from './style.ts'

const METHOD: Words = {
  id: 'Setiap aturan memainkan hari yang sama: kedatangan, lama layanan, jeda, dan gangguan sama persis. Menunggu dihitung sejak datang, atau sejak awal jam janji bagi yang datang lebih awal, sampai panggilan pertama. Selisih dihitung hari demi hari; rentang 95 % yang tidak memuat nol berarti bukan kebetulan.',
  en: 'Every rule plays the same days: arrivals, service times, pauses and failures are identical. A wait runs from arrival, or from the start of the window for those who come early, to the first call. Differences are taken day by day; a 95 % interval without zero is no chance.',
}

/**
 * The whole report as one HTML file: styles and charts inside, no script, no address to anywhere, Indonesian first.
 * `fontFaces` are `@font-face` rules with the fonts inside them; without them the reader's own sans serif serves.
 */
export const drawReport = (report: Report, fontFaces = ''): string => {
  const { title, findings, complaint, chapters, limitMin } = report
  return html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title.id}</title><style>${asIs(fontFaces + STYLE)}</style></head>
<body>${HATCH}
<header><h1>${both(title)}</h1>${chapters.map(({ about }) => html`<p>${both(about)}</p>`)}</header>
<main>
${findings.length === 0 ? null : html`<section>${findings.map((line) => html`<p class="lead">${both(line)}</p>`)}</section>`}
${complaint === null ? null : drawComplaint(complaint)}
${chapters.map(
  (chapter) => html`${chapters.length === 1 ? null : html`<h2>${both(chapter.title)}</h2>`}
${drawFigures(chapter)}${drawStories(chapter, limitMin)}`,
)}
</main>
<footer><p>${both(METHOD)}</p></footer>
</body></html>
`.markup
}
