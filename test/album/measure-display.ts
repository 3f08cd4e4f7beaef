import type { Page } from 'playwright-core'

/** Parts of a board whose words must stay inside them. */
const BOXES = '.atas, .kini, .akhir, .umum, .jl > div, .warta, .basi, .jeda, .loket, .polos'

/**
 * Looks at the ink of every text of a display, not at its line boxes: what leaves the glass or its part of the board, what lies
 * upon another text, and what is cut. Answers in words; nothing when all is well.
 */
export const findSpills = (page: Page): Promise<string[]> =>
  page.evaluate((boxes) => {
    type Ink = { text: string; left: number; right: number; top: number; bottom: number; of: Element }
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) return ['no canvas to measure with']
    const found: string[] = []
    const inks: Ink[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const of = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (of === null || text === '' || of.closest('svg, script, style') !== null) continue
      const style = getComputedStyle(of)
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const { fontBoundingBoxAscent, actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(text)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects()) {
        const base = line.top + fontBoundingBoxAscent
        const ink = { top: base - actualBoundingBoxAscent, bottom: base + actualBoundingBoxDescent }
        inks.push({ text, of, left: line.left, right: line.right, ...ink })
      }
      const cut = of.closest('.nm span, .zona')
      if (cut !== null && (cut.scrollWidth > cut.clientWidth + 1 || cut.scrollHeight > cut.clientHeight * 1.25))
        found.push(`"${text}" is cut`)
    }
    const leaves = (ink: Ink, box: { left: number; right: number; top: number; bottom: number }): boolean =>
      ink.left < box.left - 1 || ink.right > box.right + 1 || ink.top < box.top - 1 || ink.bottom > box.bottom + 1
    const glass = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (const ink of inks) {
      if (leaves(ink, glass)) found.push(`"${ink.text}" leaves the glass`)
      const box = ink.of.closest(boxes)
      if (box !== null && leaves(ink, box.getBoundingClientRect())) found.push(`"${ink.text}" leaves .${box.className}`)
    }
    for (const [i, a] of inks.entries())
      for (const b of inks.slice(i + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (a.of !== b.of && across > 1 && down > 1) found.push(`"${a.text}" lies on "${b.text}"`)
      }
    return [...new Set(found)]
  }, BOXES)

/** Height of the digits of what a selector finds first, in rem: font size × 0.668, as the typeface draws them. */
export const digitRem = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const pen = document.createElement('canvas').getContext('2d')
      if (pen === null) return Number.NaN
      const style = getComputedStyle(element)
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const { actualBoundingBoxAscent } = pen.measureText('1')
      return actualBoundingBoxAscent / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    })

/** Where the parts of a board stand, in thousandths of the glass: the same picture on any glass of the same shape. */
export const placesOf = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      ['.atas', '.kini', '.akhir', '.jl', '.warta', '.kini .nomor', '.ke', '.waktu strong'].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect()
        const parts =
          box === undefined
            ? []
            : [box.left / innerWidth, box.top / innerHeight, box.width / innerWidth, box.height / innerHeight]
        return [selector, parts.map((part) => Math.round(part * 1000))]
      }),
    ),
  )
