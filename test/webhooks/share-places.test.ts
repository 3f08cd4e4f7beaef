import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDeliveryStore } from '../../server/webhooks/delivery-store.ts'
import { placeAt } from '../../server/webhooks/run-hook.ts'
import { sharePlaces } from '../../server/webhooks/share-places.ts'

/** A server of an office: its own store, and the file that its folder has of what is shared. */
const openServer = async (shared: string | null) => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-places-'))
  const file = join(folder, 'webhook-places.json')
  if (shared !== null) writeFileSync(file, shared)
  const told: string[] = []
  const store = openDeliveryStore(join(folder, 'webhooks.db'))
  const onFault = (fault: unknown) => expect.fail(String(fault))
  const places = await sharePlaces({ store, file, mirror: async (_file, text) => void told.push(text), onFault })
  return { places, told }
}

test('the server that leads next goes on where the one before has told a receiver', async () => {
  const first = await openServer(null)
  for (let seq = 1; seq <= 20; seq += 1) first.places.setPosition('inbox', placeAt(seq, seq * 10))
  first.places.setPosition('gone', placeAt(3, 30))
  first.places.remove('gone')
  await first.places.settle()
  expect(first.told).toHaveLength(1)

  const next = await openServer(first.told[0] ?? null)
  expect(next.places.position('inbox')).toEqual(placeAt(20, 200))
  expect(next.places.position('gone')).toBeNull()
})

test('a place that is further on here than what was shared stays', async () => {
  const server = await openServer(JSON.stringify({ inbox: placeAt(5, 50) }))
  server.places.setPosition('inbox', placeAt(9, 90))
  await server.places.settle()
  const again = await openServer(server.told.at(-1) ?? null)
  expect(again.places.position('inbox')?.seq).toBe(9)
})
