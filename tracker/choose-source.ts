/**
 * Where a request of the page is answered from: `page`, the network, else what was kept of the page; `part`, what was kept,
 * else the network (its name changes with its content); null: the browser does as ever. Nothing of the office is kept.
 */
export const chooseSource = (request: { method: string; mode: string; url: string }): 'page' | 'part' | null => {
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return null
  if (request.mode === 'navigate') return /^\/t\/[A-Za-z0-9_-]{22}$/.test(pathname) ? 'page' : null
  return pathname.startsWith('/assets/') ? 'part' : null
}
