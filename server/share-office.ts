import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentLog } from '../config/document.ts'
import type { Settings } from '../config/settings.ts'
import type { SharedStore } from './postgres/join-office.ts'
import { type Ahead, readAlong } from './read-along.ts'
import type { PeerAddress, Relay } from './relay/relay.ts'
import { loadSecret, makeSeal } from './seal.ts'
import { readBuild, readSnapshot, snapshotFile } from './snapshot.ts'

/** What came of waiting: the store on which this server leads, what it read meanwhile, and the secret by which it knows the others. */
export type Shared = { store: SharedStore; ahead: Ahead | null; secret: Uint8Array; at: PeerAddress }

const readAddress = (address: string): PeerAddress => {
  const { hostname, port } = new URL(`tcp://${address}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/**
 * Waits until this server leads the office that it shares with others. As long as another leads, everything that comes to its ports
 * is passed on to that one; `onStandby` is told once when this begins, `onRead` when it
 * has read what there is and could lead within a second. The rooms that only such an office needs are loaded here.
 */
export const shareOffice = async (options: {
  settings: Settings
  store: NonNullable<Settings['store']>
  log: DocumentLog
  onStandby: () => void
  onRead: () => void
  onLost: (lost: Error) => void
}): Promise<Shared> => {
  const { settings, store, log, onStandby, onRead, onLost } = options
  const { dataDir, host, port, guest } = settings
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(join(dataDir, 'secret.key'))
  const secret = await loadSecret(dataDir)
  const { joinOffice } = await import('./postgres/join-office.ts')
  const { openRelay } = await import('./relay/relay.ts')
  const standby: { relay?: Relay; hasRead: boolean } = { hasRead: false }
  const build = readBuild()
  const along = readAlong(async (links) =>
    build === null
      ? null
      : readSnapshot({ file: snapshotFile(dataDir), build, seal: makeSeal(secret), journal: links }),
  )
  const joined = await joinOffice({
    ...{ store, dataDir, secret, log, onLost },
    async whoLeads(address) {
      if (standby.relay === undefined) {
        standby.relay = await openRelay({ host, ports: { main: port, ...(guest && { guest: guest.port }) }, secret })
        onStandby()
      }
      standby.relay.moved(address === null ? null : readAddress(address))
    },
    async whileStandby(links) {
      const hasRead = await along.look(links)
      if (hasRead && !standby.hasRead) onRead()
      standby.hasRead ||= hasRead
      return hasRead
    },
  })
  if (isNew) log.warn({}, 'a new secret.key was made: the other servers of this office need a copy of it')
  await standby.relay?.close()
  return { store: joined, ahead: along.ahead(), secret, at: store.server }
}
