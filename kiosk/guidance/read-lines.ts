import type { Lang } from '../../ui/texts.ts'

/** A line of a screen, in its language. */
export type Line = { text: string; lang: Lang }

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element)

/** Pictures, what is hidden from every reader, and what this size of type leaves out. */
const isUnseen = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.getAttribute('role') === 'img' ||
  element.tagName.toLowerCase() === 'svg' ||
  styleOf(element)?.display === 'none'

/** Whether an element stands by itself; if not it belongs to the sentence around it. */
const isLine = (element: Element): boolean => {
  const own = styleOf(element)?.display ?? ''
  const around = element.parentElement === null ? '' : (styleOf(element.parentElement)?.display ?? '')
  return !/^(?:inline|$)/.test(own) || /flex|grid/.test(around)
}

const langOf = (element: Element, lang: Lang): Lang => {
  const own = element.getAttribute('lang')
  return own === 'id' || own === 'en' ? own : lang
}

/** The lines of text in an element, as they are seen. */
export const readLines = (root: Element, lang: Lang): Line[] => {
  const lines: Line[] = []
  let text = ''
  const end = (inLang: Lang): void => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line !== '') lines.push({ text: line, lang: inLang })
    text = ''
  }
  const walk = (element: Element, inLang: Lang): void => {
    for (const node of element.childNodes)
      if (node instanceof Element) {
        if (isUnseen(node)) continue
        const alone = isLine(node)
        if (alone) end(inLang)
        const own = langOf(node, inLang)
        walk(node, own)
        if (alone) end(own)
      } else if (node instanceof Text) text += node.data
  }
  if (isUnseen(root)) return []
  const own = langOf(root, lang)
  walk(root, own)
  end(own)
  return lines
}
