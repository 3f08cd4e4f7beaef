import type { Browser } from 'playwright-core'
import { type Machine, openMachine } from './watched-page.ts'

/** First contentful paint of a page, ms since it was asked for, and its scripts, bytes: as sent and as unpacked. */
export type FirstPaint = { ms: number; sent: number; unpacked: number }

/** Opens a page for the first time and closes it again. */
export const measureFirstPaint = async (browser: Browser, machine: Machine): Promise<FirstPaint> => {
  const page = await openMachine(browser, machine)
  await page.goto(machine.url)
  const painted = await page.evaluate(async () => {
    const ms = await new Promise<number>((resolve) =>
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntriesByName('first-contentful-paint')) resolve(startTime)
      }).observe({ type: 'paint', buffered: true }),
    )
    const scripts = performance
      .getEntriesByType('resource')
      .flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js') ? [entry] : []))
    return {
      ms,
      sent: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      unpacked: scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
    }
  })
  await page.context().close()
  return painted
}
