import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { newCommandId } from '../../server/open-office.ts'
import { newHookSecret } from '../../server/webhooks/sign.ts'
import { openReceiver } from '../webhooks/receiver.ts'
import { ask, endServers, newDataFolder, plainOffice, startServer } from './server-process.ts'

/** An office to try things with: its receiver may be on this machine. */
const folder = newDataFolder(plainOffice({ example: true }))
let receiver: Awaited<ReturnType<typeof openReceiver>>
afterEach(() => receiver.close())
afterAll(endServers)

test('an office that is killed while a receiver has its message tells it again, and nobody after it sooner', async () => {
  receiver = await openReceiver()
  const hook = {
    ...{ id: 'abcdefgh', url: receiver.url, secret: newHookSecret(), state: 'on', addedAt: 0 },
    events: ['outage.started', 'outage.ended'],
  }
  writeFileSync(join(folder, 'webhooks.json'), JSON.stringify({ version: 1, hooks: [hook] }))
  // The receiver takes the first message and never says so; the office is gone before it can hear.
  receiver.answer = () => {}
  const first = await startServer(folder)
  const tell = (wish: object) => ask(first.address, first.console, { ...wish, commandId: newCommandId() })
  await tell({ type: 'StartOutage', scope: 'power' })
  await tell({ type: 'EndOutage' })
  await receiver.hasGot(1)
  await first.kill()
  receiver.answer = (response) => response.writeHead(204).end()
  await startServer(folder)
  await receiver.hasGot(3)
  expect(receiver.got.map(({ body }) => JSON.parse(body).type)).toEqual([
    ...['outage.started', 'outage.started', 'outage.ended'],
  ])
  const [sent, again, next] = receiver.got.map(({ headers }) => headers['webhook-id'])
  expect(again).toBe(sent)
  expect(next).not.toBe(sent)
})
