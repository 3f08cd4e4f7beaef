import { z } from 'zod'
import { REGIONS } from '../../protocol/hub/regions.ts'
import { OfficeId } from '../../protocol/hub/report.ts'
import { Place } from '../../protocol/ids.ts'
import { type CliReport, makeCommand, refusedReport } from './cli-command.ts'
import type { CliRooms } from './cli-rooms.ts'

const Words = z.union([
  z.tuple([z.literal('list')]),
  z.tuple([z.literal('office'), OfficeId, z.enum(REGIONS.map(({ id }) => id))]),
  z.tuple([z.literal('forget'), OfficeId]),
  z.tuple([z.enum(['reader', 'remove-reader']), Place]),
])

const done = (status: string, text: readonly string[], more: object = {}): CliReport => ({
  exit: 0,
  text,
  json: { status, ...more },
})

const runHub = async (words: z.infer<typeof Words>, rooms: CliRooms): Promise<CliReport> => {
  const asked = await rooms.hub(async (desk, address): Promise<CliReport> => {
    switch (words[0]) {
      case 'list': {
        const { offices, readers } = await desk.list()
        const lines = offices.map(({ office, region }) => `${office.padEnd(32)} ${region}`)
        return done('listed', [...lines, `readers: ${readers.join(', ') || '-'}`], { offices, readers })
      }
      case 'office': {
        const [, office, region] = words
        const key = await desk.newOfficeKey(office, region)
        const document = { version: 1, hub: { url: address, office, key } }
        const how =
          'put this into hub.json in the data folder of the office, readable by its server alone, and start it anew:'
        return done('office', [how, JSON.stringify(document)], { document })
      }
      case 'reader': {
        const key = await desk.newReaderKey(words[1])
        return done('reader', [`key of ${words[1]}, shown once: ${key}`], { key })
      }
      case 'remove-reader':
        return (await desk.removeReader(words[1])) ? done('removed', ['removed']) : refusedReport('no such reader')
      case 'forget':
        return (await desk.forget(words[1]))
          ? done('forgotten', ['forgotten; the office tells everything anew within two minutes'])
          : refusedReport('no such office')
    }
  })
  return asked.status === 'refused' ? refusedReport(asked.reason) : asked.value
}

/** `antrean hub …`: who tells the hub of ANTREAN_HUB something, and who reads there. */
export const hub = makeCommand({
  name: 'hub',
  names: ['<list|office|reader|remove-reader|forget>', '[name]', '[region]'],
  words: Words,
  summary: 'keys of the hub that ANTREAN_HUB names: offices that tell it, readers that see it',
  help: [
    'hub office <office> <region>   a key for an office; the one before it is void',
    'hub reader <name>              a key for somebody who reads; the one before it is void',
    'hub remove-reader <name>       takes that key away',
    'hub forget <office>            forgets what an office told, so that it tells everything anew',
    'hub list                       offices and readers',
    `regions: ${REGIONS.map(({ id }) => id).join(' ')}`,
  ],
  run: runHub,
})
