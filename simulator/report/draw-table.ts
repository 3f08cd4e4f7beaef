import type { Words } from '../../protocol/ids.ts'
import { type Html, html, type Piece } from './html.ts'

/** A text in both languages, Indonesian first. */
export const both = ({ id, en }: Words): Html => html`${id} <span class="en" lang="en">${en}</span>`

/** A table with a head; the first cell of every line names it. */
export const drawTable = (
  head: readonly Piece[],
  lines: readonly (readonly Piece[])[],
): Html => html`<div class="wide"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${lines.map(([first, ...rest]) => html`<tr><th scope="row">${first ?? null}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`
