import { join } from 'node:path'
import { type DocumentLog, openDocument } from '../../config/document.ts'
import type { Doer } from '../../protocol/house-facts.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { Clock } from '../clock.ts'
import type { WebhooksPort } from '../gateway/desk/house-ports.ts'
import type { OpenOffice } from '../open-office.ts'
import { openDeliveryStore } from '../webhooks/delivery-store.ts'
import { Hooks, NO_HOOKS } from '../webhooks/hooks-document.ts'
import { openWebhooks } from '../webhooks/open-webhooks.ts'
import { makePost } from '../webhooks/post.ts'
import { sharePlaces } from '../webhooks/share-places.ts'

/** Where receivers stand, as the servers of an office share it. */
const PLACES = 'webhook-places.json'

/** A sender as the journal names who had something done. */
export const doerOf = ({ role, staff }: Sender): Doer => ({ role, staff })

/**
 * Opens the receivers of a house, `webhooks.json` and where they stand in `webhooks.db`, and what their page asks.
 * `forgetTries` is for the retention.
 */
export const openDeskWebhooks = async (options: {
  house: OpenOffice
  dataDir: string
  clock: Clock
  log: DocumentLog
  onFault: (fault: unknown) => void
}): Promise<{ port: WebhooksPort; forgetTries(beforeAt: number): number; stop(): Promise<void> }> => {
  const { house, dataDir, clock, log, onFault } = options
  const file = join(dataDir, 'webhooks.json')
  const hooks = await openDocument({ file, schema: Hooks, initial: () => NO_HOOKS, log, mirror: house.mirror })
  const own = openDeliveryStore(join(dataDir, 'webhooks.db'))
  const { mirror } = house
  const shared = mirror && (await sharePlaces({ store: own, file: join(dataDir, PLACES), mirror, onFault }))
  const store = shared ?? own
  const rule = () => ({ example: house.office.read().example })
  const webhooks = await openWebhooks({
    ...{ hooks, store, journal: house.journal, onRecorded: house.door.onRecorded, post: makePost(rule) },
    ...{ clock, rule, record: house.record, onFault },
  })
  return {
    port: {
      page: webhooks.page,
      add: (sender, wanted) => webhooks.add(doerOf(sender), wanted),
      change: (sender, id, change) => webhooks.change(doerOf(sender), id, change),
      remove: (sender, id) => webhooks.remove(doerOf(sender), id),
      test: webhooks.test,
    },
    forgetTries: store.forgetTries,
    async stop() {
      await webhooks.stop()
      await shared?.settle()
    },
  }
}
