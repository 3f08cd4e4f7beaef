import { readHeadings } from '../../server/agenda/columns.ts'
import { type AgendaReader, parseAgenda } from '../../server/agenda/parse-agenda.ts'
import { splitCsv } from '../../server/agenda/split-csv.ts'

/** An agenda that is already a text, read as the office reads one. */
export const parseText = (text: string, reader: AgendaReader) =>
  parseAgenda(
    splitCsv(text, (heading) => readHeadings([heading], reader.columns)[0] !== null),
    reader,
  )
