/** What was measured of one thing, ms. */
export type Figures = { name: string; samples: number[] }

/** The value below which `share` (0 to 1) of the samples lie: the nearest rank, 0 for none. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const ms = (value: number): string => value.toFixed(2).padStart(9)

/** A table of p50, p95 and p99 in ms, one line each. */
export const figuresPrint = (all: readonly Figures[]): string[] => [
  `${'ms'.padEnd(46)}${['p50', 'p95', 'p99'].map((name) => name.padStart(9)).join('')}        n`,
  ...all.map(({ name, samples }) => {
    const values = [0.5, 0.95, 0.99].map((share) => ms(percentile(samples, share)))
    return `${name.padEnd(46)}${values.join('')}${String(samples.length).padStart(9)}`
  }),
]

/** Bytes in thousands, `12.3 kB`. */
export const kB = (bytes: number): string => `${(bytes / 1e3).toFixed(1)} kB`

/** Two measurements beside each other where nothing is aimed at, in the middle and at the end, one line. */
export const ratioPrint = (of: Figures, beside: Figures): string => {
  const [middle, end] = [0.5, 0.99].map((share) => percentile(of.samples, share) / percentile(beside.samples, share))
  return `${`${of.name.trim()} / ${beside.name.trim()}`.padEnd(76)}${middle?.toFixed(2)} at p50, ${end?.toFixed(2)} at p99`
}

/** An aim as a ratio of two measurements at one percentile. */
export type Aim = { name: string; of: Figures; beside: Figures; share: number; most: number }

/** The ratio that was reached, beside the aim, one line. */
export const aimPrint = ({ name, of, beside, share, most }: Aim): string => {
  const ratio = percentile(of.samples, share) / percentile(beside.samples, share)
  const verdict = ratio <= most ? 'reached' : 'MISSED'
  return `${name.padEnd(46)}${ratio.toFixed(2).padStart(9)}   aim ${most} at p${share * 100}: ${verdict}`
}

/** A cost that must not be passed at p99, ms. */
export type Cost = { of: Figures; most: number }

/** The cost that was reached, beside what it may be, one line. */
export const costPrint = ({ of, most }: Cost): string => {
  const cost = percentile(of.samples, 0.99)
  return `${of.name.padEnd(56)}${cost.toFixed(2).padStart(9)} ms   at most ${most} at p99: ${cost <= most ? 'reached' : 'MISSED'}`
}
