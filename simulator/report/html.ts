/** Markup that is safe to put into a page as it stands. Made by `html` alone. */
export type Html = { readonly markup: string }

/** What a template takes: text (escaped), markup, a list of both, or nothing. */
export type Piece = Html | string | number | null | readonly Piece[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const markupOf = (piece: Piece): string => {
  if (piece === null) return ''
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
  if (typeof piece === 'number') return String(Math.round(piece * 100) / 100)
  return 'markup' in piece ? piece.markup : piece.map(markupOf).join('')
}

/** A template whose every value is escaped, in text and in quoted attributes. Numbers are cut to two decimals. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: String.raw({ raw: parts }, ...pieces.map(markupOf)),
})

/** Text of our own that is no HTML, such as a style sheet. Never for what came from outside. */
export const asIs = (markup: string): Html => ({ markup })
