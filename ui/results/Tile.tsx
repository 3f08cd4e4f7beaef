import type { Band } from '../../protocol/survey-results.ts'
import { type Lang, say } from '../texts.ts'
import { figure } from './figures.ts'
import { BAND_WORDS, RESULTS } from './results-texts.ts'

/** One figure of the survey at the head of its page, with what it is measured against. */
export function Tile({ head, value, note }: { head: string; value: string; note: string }) {
  return (
    <div>
      <dt>{head}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{note}</span>
      </dd>
    </div>
  )
}

/** The index with its band; both null where an element was answered by nobody. */
export function IkmTile({ ikm, band, lang }: { ikm: number | null; band: Band | null; lang: Lang }) {
  const note = say(band === null ? RESULTS.noIkm : BAND_WORDS[band], lang)
  return <Tile head={say(RESULTS.ikm, lang)} value={figure(ikm, lang, 2)} note={note} />
}
