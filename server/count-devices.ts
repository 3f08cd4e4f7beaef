import { Gauge, type Registry } from 'prom-client'
import { DeviceStatus } from '../protocol/commands.ts'
import type { DevicesView } from '../protocol/devices-view.ts'

/**
 * Registers the figures of printers, their papers and who is connected, read when asked for. Labels are places, roles
 * and states of our own lists.
 */
export const countDevices = (registry: Registry, read: () => DevicesView): void => {
  const count = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    values: (devices: DevicesView) => readonly (readonly [Record<L, string>, number])[],
  ): void => {
    const gauge = new Gauge({
      ...{ name, help, labelNames: [...labelNames], registers: [registry] },
      collect() {
        gauge.reset()
        for (const [labels, value] of values(read())) gauge.set(labels, value)
      },
    })
  }
  count(
    'antrean_printer_status',
    'How a printer is: 1 for the status that it has, 0 for every other',
    ['printer', 'status'],
    ({ printers }) =>
      printers.flatMap(({ place, status }) =>
        DeviceStatus.options.map((one) => [{ printer: place, status: one }, one === status ? 1 : 0] as const),
      ),
  )
  count(
    'antrean_printer_papers_total',
    'Papers of the day by how they stand now; reprint counts the marked ones among all of them',
    ['printer', 'state'],
    ({ printers }) =>
      printers.flatMap(({ place, papers }) =>
        Object.entries(papers).map(([state, n]) => [{ printer: place, state }, n] as const),
      ),
  )
  count(
    'antrean_printer_troubles_total',
    'How often a printer stopped today for something that a person has to come for',
    ['printer'],
    ({ printers }) => printers.map(({ place, troublesToday }) => [{ printer: place }, troublesToday] as const),
  )
  count('antrean_papers_open', 'Tickets under way without a confirmed paper', [], ({ openPapers }) => [
    [{}, openPapers.count],
  ])
  count(
    'antrean_device_connected',
    'Open lines of a place that is paired or in the office document',
    ['role', 'place'],
    ({ screens }) => screens.map(({ role, place, connected }) => [{ role, place }, connected] as const),
  )
}
