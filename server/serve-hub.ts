import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { addressesOf, type Settings } from '../config/settings.ts'
import type { Clock } from './clock.ts'
import { openHubGateway } from './gateway/hub/hub-gateway.ts'
import { openHub } from './hub/open-hub.ts'
import { keepCertificate } from './tls/keep-certificate.ts'
import { watchLoop } from './watch-loop.ts'

const dist = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * The program in its other role: the hub that many offices tell what happens, and that shows them in one view. Needs the built screens
 * and the database of `url`. `stop` ends what is under way. Rejects when the port is taken, or as `openHub` does.
 */
export const serveHub = async (options: {
  settings: Settings
  url: string
  clock: Clock
  log: Logger
  onFault: (fault: unknown) => void
  onTurn?: () => void
}): Promise<{ address: string; addresses: readonly string[]; readers: string[]; stop(): Promise<void> }> => {
  const { settings, url, clock, log, onFault, onTurn = () => {} } = options
  const { dataDir, host, port } = settings
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const hub = await openHub({ url, clock })
  hub.caughtUp.catch(onFault)
  const certificate = await keepCertificate(dataDir, clock.now, log)
  const metrics = new Registry()
  const loop = watchLoop({ metrics, log, onTurn })
  const addresses = addressesOf(settings, port)
  const gateway = await openHubGateway({
    ...{ port: hub.port, listenAt: { host, port }, addresses, tls: certificate.first },
    ...{ screensDir: dist('screens'), build: (await readFile(dist('.antrean-sources'), 'utf8')).slice(0, 12) },
    ...{ log, metrics, onFault },
  })
  const stopRenewing = certificate.follow(gateway.renew)
  return {
    address: gateway.address,
    addresses,
    readers: await hub.readers(),
    async stop() {
      stopRenewing()
      loop.stop()
      await gateway.close()
      await hub.close()
    },
  }
}
