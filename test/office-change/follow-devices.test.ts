import { expect, test } from 'vitest'
import { followEntries } from '../../server/wiring/follow-entries.ts'
import { DENPASAR } from '../support/denpasar.ts'

const [PRINTER] = DENPASAR.printers
const officeWithPrinters = (...printers: [place: string, port: string][]) => ({
  ...DENPASAR,
  printers: printers.map(([place, port]) => ({ ...(PRINTER ?? expect.fail('no printer')), place, port })),
})

test('devices that a document adds are started, those it takes away stopped, changed ones anew, all others left alone', async () => {
  const log: string[] = []
  const running = await followEntries(
    ({ printers }) => printers,
    async ({ place, port }) => {
      log.push(`start ${place} ${port}`)
      return async () => void log.push(`stop ${place}`)
    },
    officeWithPrinters(['1', 'simulated'], ['2', 'simulated']),
  )
  log.length = 0
  await running.follow(officeWithPrinters(['1', 'simulated'], ['2', 'tcp://10.0.0.9:9100'], ['3', 'simulated']))
  expect(log).toEqual(['stop 2', 'start 2 tcp://10.0.0.9:9100', 'start 3 simulated'])
  log.length = 0
  await running.follow(officeWithPrinters(['3', 'simulated']))
  expect(log).toEqual(['stop 1', 'stop 2'])
  await running.stop()
  expect(log.at(-1)).toBe('stop 3')
})

test('one device that cannot be started keeps no later document from being followed', async () => {
  const started: string[] = []
  const running = await followEntries(
    ({ printers }) => printers,
    async ({ place }) => {
      if (place === '7') throw new Error('no such model')
      started.push(place)
      return async () => undefined
    },
    officeWithPrinters(['1', 'simulated']),
  )
  await expect(running.follow(officeWithPrinters(['7', 'simulated']))).rejects.toThrow('no such model')
  await running.follow(officeWithPrinters(['2', 'simulated']))
  expect(started).toEqual(['1', '2'])
})
