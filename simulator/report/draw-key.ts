import { type Html, html } from './html.ts'

/** What the two kinds of marks stand for: before is ink with an open dot, after is green with a full one. */
export const drawKey = (left: number, y: number, names: { before: string; after: string | null }): Html => {
  const one = (x: number, kind: string, name: string) =>
    html`<g class="${kind}"><circle cx="${x + 8}" cy="${y - 5}" r="5"/></g><text class="note" x="${x + 20}" y="${y}">${name}</text>`
  return html`${one(left, 'before', names.before)}${names.after === null ? null : one(left + 240, 'after', names.after)}`
}
