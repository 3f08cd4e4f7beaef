import type { Page } from 'playwright-core'

/** Smallest edge of anything that is touched, mm (screens.md section 5, the tokens' `--sentuh`). */
const TARGET_MM = 20
/** Smallest gap between two of them, rem. */
const GAP_REM = 1.2
/** Smallest type, rem, upright and lying (screens.md section 3). */
const FLOOR_REM = { portrait: 2.3, landscape: 1.7 }

/** Diagonal of the glass, mm: 15.6 inch, and 15 inch for the older 4:3 one. */
const diagonalOf = (width: number, height: number): number =>
  (width / height < 1.5 && width > height ? 15 : 15.6) * 25.4

/**
 * What is wrong with the sizes of a kiosk's screen on the glass it is drawn for: a button smaller than 20 mm or too near
 * another, text below the floor, text that is cut, runs into other text or leaves its part of the screen, and anything
 * that could be scrolled. Empty when all is well.
 */
export const measureKiosk = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const mmPerPx = diagonalOf(size.width, size.height) / Math.hypot(size.width, size.height)
  const floor = size.width > size.height ? FLOOR_REM.landscape : FLOOR_REM.portrait
  return page.evaluate(
    ({ mmPerPx, floor, targetMm, gapRem }) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const found: string[] = []
      const isShown = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && height > 1 && element.checkVisibility() && element.closest('.sembunyi') === null
      }
      const nameOf = (element: Element): string => (element.textContent ?? '').trim().slice(0, 30) || element.className
      const round = (n: number): number => Math.round(n * 10) / 10

      // While a dialog is asked, what lies below it cannot be touched.
      const dialog = document.querySelector('[role=alertdialog]')
      const buttons = [...(dialog ?? document).querySelectorAll('button')].filter(isShown)
      const boxes = buttons.map((button) => ({ name: nameOf(button), box: button.getBoundingClientRect() }))
      for (const { name, box } of boxes) {
        const mm = Math.min(box.width, box.height) * mmPerPx
        if (mm < targetMm - 0.05) found.push(`small: "${name}" ${round(mm)} mm`)
      }
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) {
          const dx = Math.max(a.box.left, b.box.left) - Math.min(a.box.right, b.box.right)
          const dy = Math.max(a.box.top, b.box.top) - Math.min(a.box.bottom, b.box.bottom)
          const gap = Math.max(dx, dy) / rem
          if (gap < gapRem - 0.05) found.push(`near: "${a.name}" and "${b.name}" ${round(gap)} rem`)
        }

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const lines: { element: Element; box: DOMRect }[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        if (element === null || !node.textContent?.trim() || !isShown(element)) continue
        if (dialog !== null && !dialog.contains(element)) continue
        const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
        const type = (Number.parseFloat(getComputedStyle(element).fontSize) * scale) / rem
        if (type < floor - 0.02) found.push(`tiny: "${nameOf(element)}" ${round(type)} rem`)
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects()) lines.push({ element, box })
      }
      // A box of text holds room for accents above and tails below that no letter here fills.
      const inner = ({ box }: { box: DOMRect }) => ({
        ...{ left: box.left, right: box.right },
        ...{ top: box.top + box.height * 0.22, bottom: box.bottom - box.height * 0.22 },
      })
      for (const line of lines) {
        const { left, right, top, bottom } = inner(line)
        for (const part of ['button', '.lembar', '.asli', '.daun', '.baca', '.aksi', '.kepala', '.kaki', 'body']) {
          const around = line.element.closest(part)?.getBoundingClientRect()
          // A part without a box of its own (`display: contents`) holds nothing together.
          if (around === undefined || around.width === 0) continue
          if (left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1)
            found.push(`out of ${part}: "${nameOf(line.element)}"`)
        }
      }
      for (const [i, a] of lines.entries())
        for (const b of lines.slice(i + 1)) {
          if (a.element === b.element || a.element.closest('svg') !== null) continue
          const [one, other] = [inner(a), inner(b)]
          const dx = Math.min(one.right, other.right) - Math.max(one.left, other.left)
          const dy = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
          if (dx > 2 && dy > 2) found.push(`over each other: "${nameOf(a.element)}" and "${nameOf(b.element)}"`)
        }

      for (const element of document.querySelectorAll('html, body, .kiosk, .wajah, .baca, .aksi, .kaki, button')) {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
        const wide = scrollWidth - clientWidth
        const high = scrollHeight - clientHeight
        // The holes of a ticket's perforation stand half outside of it, where they are cut off.
        if (wide > (element.matches('.baca') ? 3 * rem : 1)) found.push(`too wide: .${element.className} by ${wide} px`)
        // Letters set tight stand a little out of their line, also of the last one of a button.
        if (high > (element.matches('button') ? 0.5 * rem : 1))
          found.push(`too high: .${element.className} by ${high} px`)
      }
      return [...new Set(found)]
    },
    { mmPerPx, floor, targetMm: TARGET_MM, gapRem: GAP_REM },
  )
}
