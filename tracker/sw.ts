import { chooseSource } from './choose-source.ts'

/** The part of a service worker that is used here: the compiler knows pages only. */
type Work = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Event & { request: Request; respondWith(response: Promise<Response>): void }
declare const self: {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', hear: (event: Work) => void): void
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void
}

/** How long a page waits for the office before it opens as it was kept, ms. */
const PATIENCE_MS = 4000

const fromNetwork = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (lost) {
    const kept = await caches.match('./')
    if (kept === undefined) throw lost
    return kept
  }
}

const fromStore = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request)

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const source = chooseSource(event.request)
  if (source !== null) event.respondWith(source === 'page' ? fromNetwork(event.request) : fromStore(event.request))
})
