import type { Browser, Cookie, Page } from 'playwright-core'

/** What a machine of the office opens: its address, the size of its glass, and the cookies it is known by. */
export type Machine = {
  url: string
  viewport: { width: number; height: number }
  cookies: Pick<Cookie, 'name' | 'value'>[]
}

/** A number that stands on the glass, and since when: epoch ms, on the clock of this machine. */
export type Painted = { number: string; at: number }

/** Opens a new page in a browser of its own: nothing is in its cache, and no other page covers it. */
export const openMachine = async (browser: Browser, { url, viewport, cookies }: Machine): Promise<Page> => {
  const context = await browser.newContext({ viewport })
  // By its full address a cookie would be for that page alone and not for the socket.
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: new URL(url).origin })))
  return context.newPage()
}

/**
 * Runs in the page. Tells `window.painted` of every new number in `selector` after the frame that drew it: the message is
 * taken up behind that frame's layout and paint. No function in here has a name, because tsx marks names with a helper
 * that pages do not have.
 */
const watch = (selector: string): void => {
  let shown = ''
  new MutationObserver(() => {
    const number = document.querySelector(selector)?.textContent ?? ''
    if (number === shown) return
    shown = number
    if (number === '') return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => Reflect.get(window, 'painted')({ number, at: performance.timeOrigin + performance.now() })
      port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['class'] })
}

/** Opens a page that tells when the number in `selector` was painted; null: one that is only there. */
export const openWatched = async (browser: Browser, machine: Machine, selector: string | null) => {
  const page = await openMachine(browser, machine)
  let tell: (painted: Painted) => void = () => undefined
  if (selector !== null) {
    await page.exposeFunction('painted', (painted: Painted) => tell(painted))
    await page.addInitScript(watch, selector)
  }
  await page.goto(machine.url)
  return {
    page,
    /** Resolves with the next number that is painted after now. */
    next: () =>
      new Promise<Painted>((resolve) => {
        tell = resolve
      }),
    /** Resolves once the page has nothing left to do. */
    settled: () => page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))),
  }
}
