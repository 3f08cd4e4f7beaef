import type { Words } from '../protocol/ids.ts'
import type { Lang, Piece } from './clip-of.ts'
import { SAID, sayPhrase } from './phrases.ts'
import { type HasClip, readText } from './read-text.ts'
import { sayTime } from './times.ts'

/** What a display says besides calls (screens.md section 7). Times are clock times of the office, `13.00`. */
export type Notice =
  | { notice: 'break'; resumes: string | null }
  | { notice: 'break-ends' }
  | { notice: 'outage'; since: string }
  | { notice: 'closing'; at: string }
  | { notice: 'closed' }
  | { notice: 'announcement'; words: Words }

const STOP: Piece = { pauseMs: 450 }

const sayOne = (notice: Notice, lang: Lang, has: HasClip): Piece[] => {
  switch (notice.notice) {
    case 'break':
      return [
        ...sayPhrase(SAID.breakBegan, lang),
        STOP,
        ...(notice.resumes === null ? [] : [...sayPhrase(SAID.resumes, lang), ...sayTime(notice.resumes, lang), STOP]),
        ...sayPhrase(SAID.kept, lang),
      ]
    case 'break-ends':
      return sayPhrase(SAID.breakEnds, lang)
    case 'outage':
      return [
        ...[...sayPhrase(SAID.outage, lang), ...sayTime(notice.since, lang), STOP],
        ...[...sayPhrase(SAID.turnKept, lang), STOP, ...sayPhrase(SAID.recomputed, lang)],
      ]
    case 'closing':
      return [
        ...[...sayPhrase(SAID.closing, lang), ...sayTime(notice.at, lang), STOP],
        ...sayPhrase(SAID.stillServed, lang),
      ]
    case 'closed':
      return sayPhrase(SAID.closed, lang)
    case 'announcement': {
      // Half a sentence misleads: a text that the voice has no words for is read on the screen alone.
      const { pieces, missing } = readText(notice.words[lang], lang, has)
      return missing.length > 0 ? [] : pieces
    }
  }
}

/** A notice once in each language; empty when the voice has no words for it. */
export const sayNotice = (notice: Notice, languages: readonly Lang[], has: HasClip): Piece[] =>
  languages
    .map((lang) => sayOne(notice, lang, has))
    .filter((pieces) => pieces.length > 0)
    .flatMap((pieces, i) => [...(i > 0 ? [STOP] : []), ...pieces])
