import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine on which nothing listens at this moment. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return bound.port
}
