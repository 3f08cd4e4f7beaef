import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Axe, as the page has it. */
declare const axe: typeof Axe

/**
 * What axe finds against WCAG 2.2 A and AA, as `rule: element`; `strong` asks for 7:1 and good practice as well. Moving
 * parts are let to their end first.
 */
export const findBarriers = async (page: Page, strong = false): Promise<string[]> => {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(
    async ({ levels, strong }) => {
      const { violations } = await axe.run(document, {
        runOnly: { type: 'tag', values: levels },
        resultTypes: ['violations'],
        ...(strong ? { rules: { 'color-contrast-enhanced': { enabled: true } } } : {}),
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      )
    },
    { levels: strong ? [...LEVELS, 'best-practice'] : LEVELS, strong },
  )
}
