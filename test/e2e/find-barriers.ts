import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds against WCAG 2.2 A and AA, as `rule: element`; `strong` asks for 7:1 as well. Moving parts are let to
 * their end first.
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
  // Our pages have no frames of other origins, for which alone axe would open one more page at each run.
  const builder = new AxeBuilder({ page }).withTags(LEVELS).setLegacyMode(true)
  if (strong) builder.options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}
