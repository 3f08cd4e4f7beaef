/** Every store of this page begins so. */
const STORES = 'antrean-t:'

/** Name of this build's store: its script has another name with every build. Null for a page that was not built. */
const storeName = (): string | null => {
  const src = document.querySelector('script[type="module"]')?.getAttribute('src') ?? ''
  return src.startsWith('/assets/') ? STORES + src : null
}

/**
 * Keeps this page and what it is made of, so that it opens without a line; what earlier builds kept is removed. Browsers allow
 * that on HTTPS and on the machine itself; elsewhere nothing happens.
 */
export const keepPage = async (): Promise<void> => {
  const name = storeName()
  if (name === null || !('serviceWorker' in navigator) || !('caches' in window)) return
  await navigator.serviceWorker.register('/t/sw.js', { scope: '/t/' })
  await document.fonts.ready
  const store = await caches.open(name)
  const parts = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  await Promise.all([
    store.addAll([...new Set(parts.map(({ pathname }) => pathname))]),
    // Under its folder, `/t/`: it is the same for every ticket, and no token is written down.
    fetch(location.pathname).then((page) => store.put('./', page)),
  ])
  for (const other of await caches.keys()) if (other.startsWith(STORES) && other !== name) await caches.delete(other)
}
