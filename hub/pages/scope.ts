import type { Board } from '../../protocol/hub/board.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** Of whom figures are asked: one office, the offices of a region, or all where both are null. */
export type Scope = { office: string | null; region: string | null }

/** The scope that an address names; what the board does not know counts as unnamed. */
export const scopeOf = (query: URLSearchParams, { offices, regions }: Board): Scope => {
  const office = offices.find((one) => one.office === query.get('office'))?.office ?? null
  const region = office === null ? (regions.find(({ id }) => id === query.get('region'))?.id ?? null) : null
  return { office, region }
}

/** The scope as a route takes it, `&region=bali`; empty for all. */
export const scopeQuery = ({ office, region }: Scope): string => {
  if (office !== null) return `&office=${office}`
  return region === null ? '' : `&region=${region}`
}

/** What a scope is called. */
export const scopeText = ({ office, region }: Scope, { offices, regions }: Board, lang: Lang): string => {
  if (office !== null) return offices.find((one) => one.office === office)?.name ?? office
  if (region === null) return say(TEXTS.allOffices, lang)
  return fill(say(TEXTS.wholeRegion, lang), { wilayah: regions.find(({ id }) => id === region)?.name ?? region })
}
