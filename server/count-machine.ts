import { Gauge, type Registry } from 'prom-client'

/** Registers what the machine itself is like: whether its clock is doubted, and the room on its disk. */
export const countMachine = (registry: Registry, read: { isClockDoubted(): boolean; freeMb(): number }): void => {
  const register = (name: string, help: string, measure: () => number): void => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(measure()) })
  }
  register('antrean_clock_doubted', 'Whether the clock of the machine is not followed: 1 doubted', () =>
    read.isClockDoubted() ? 1 : 0,
  )
  register('antrean_disk_free_megabytes', 'Room on the disk of the data folder', read.freeMb)
}
