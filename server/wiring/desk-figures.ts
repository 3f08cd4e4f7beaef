import { join } from 'node:path'
import type { Span } from '../../protocol/desk/figures.ts'
import type { Clock } from '../clock.ts'
import { dayOf } from '../days.ts'
import { figuresOf } from '../figures/figures-of.ts'
import { spanBefore } from '../figures/span-before.ts'
import { tablesOf } from '../figures/tables.ts'
import { LIMIT_MIN } from '../figures/waits.ts'
import type { FiguresPort } from '../gateway/desk/figures-port.ts'
import { followJournal } from '../history/follow-journal.ts'
import { openHistory } from '../history/history.ts'
import type { OpenOffice } from '../open-office.ts'
import { downloadOf } from './download-of.ts'

/**
 * The history of a house at work, `history.db` in its data folder, and the figures that are reckoned from it. Who asks before
 * it has caught up with the journal waits until it has.
 */
export const openFigures = (options: {
  house: OpenOffice
  dataDir: string
  clock: Clock
  onFault: (fault: unknown) => void
}): { port: FiguresPort; caughtUp: Promise<void>; stop(): Promise<void> } => {
  const { house, dataDir, clock, onFault } = options
  const history = openHistory(join(dataDir, 'history.db'))
  const { journal, door } = house
  const following = followJournal({ history, journal, onRecorded: door.onRecorded, onFault })

  const read = async (span: Span) => {
    await following.caughtUp
    const before = spanBefore(span)
    const at = clock.now()
    const regular = house.office
      .read()
      .lanes.filter(({ kind }) => kind === 'regular')
      .map(({ letter }) => letter)
    return figuresOf({
      ...{ span, regular, since: history.days()[0] ?? null },
      pages: history.pages(span.from, span.until, at),
      before: { ...before, pages: history.pages(before.from, before.until, at) },
    })
  }
  const nameOf = ({ from, until }: Span): string => `angka-${from}-${until}`

  return {
    port: {
      figures: read,
      async page(span, lang) {
        const office = house.office.read()
        const figures = await read(span)
        return {
          figures,
          tables: tablesOf(figures, office, lang),
          lanes: office.lanes.map(({ letter, name, shape }) => ({ letter, name, shape })),
          today: door.state().day?.day ?? dayOf(clock.now(), office.zone),
          limitMin: LIMIT_MIN,
        }
      },
      async file(span, table, { format, lang }) {
        const id = table ?? (format === 'csv' ? 'summary' : null)
        const all = tablesOf(await read(span), house.office.read(), lang)
        const [first, ...more] = all.filter((one) => id === null || one.id === id)
        if (first === undefined) return null
        return downloadOf(id === null ? nameOf(span) : `${nameOf(span)}-${id}`, [first, ...more], { format, lang })
      },
    },
    caughtUp: following.caughtUp,
    async stop() {
      await following.stop()
      history.close()
    },
  }
}
