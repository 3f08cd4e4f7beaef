import { HubFigures } from '../../protocol/hub/board.ts'
import { figuresOf } from '../../server/figures/figures-of.ts'

/** Figures of all offices with their head and one table; what the album draws is reckoned from whole days. */
export const sampleHubFigures = (): HubFigures => {
  const none = figuresOf({
    span: { from: '2026-11-04', until: '2026-11-24' },
    ...{ pages: [], before: { from: '2026-10-14', until: '2026-11-03', pages: [] }, since: null, regular: ['A'] },
  })
  const head = { days: 15, visits: 213_480, booked: 201_300, noShows: 20_410, officeMin: 58 }
  return HubFigures.parse({
    figures: {
      ...none,
      headline: {
        ...{ ...none.headline, ...head },
        kept: { n: 180_000, within: 158_400, upTo30: 15_000, later: 6_600, uncalled: 210 },
        waits: { n: 212_900, medianMin: 14, p90Min: 48, over30: 0.2, over60: 0.04, queuedMin: 25 },
      },
    },
    tables: [
      {
        ...{ id: 'lanes', name: { id: 'Per jalur', en: 'By lane' }, about: { id: 'menit', en: 'minutes' } },
        columns: [
          { name: { id: 'Jalur', en: 'Lane' }, unit: 'text' },
          { name: { id: 'Pemohon', en: 'Visitors' }, unit: 'count' },
        ],
        rows: [['A M-Paspor', 180_000]],
      },
    ],
    ...{ offices: 129, limitMin: 30 },
  })
}
