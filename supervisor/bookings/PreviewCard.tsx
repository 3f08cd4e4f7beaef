import type { Bookings, ReadPreview, ShownChange } from '../../protocol/desk/bookings.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { dayText, windowText } from '../../ui/time.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { LoadBar } from './LoadBar.tsx'
import { BOOKINGS, STATUSES } from './texts.ts'

/** Lines that are spelled out; the others are counted, and all of them are in the download. */
const LINES_SHOWN = 50

type Shared = { bookings: Bookings; zone: string; lang: Lang }

const changeText = (change: ShownChange, { bookings, zone, lang }: Shared): string => {
  const service = (id: string) => {
    const name = bookings.services.find((each) => each.id === id)?.name
    return name === undefined ? id : say(name, lang)
  }
  switch (change.field) {
    case 'day':
      return `${dayText(change.from, lang)} → ${dayText(change.to, lang)}`
    case 'window':
      return `${windowText(change.from, zone)} → ${windowText(change.to, zone)}`
    case 'service':
      return `${service(change.from)} → ${service(change.to)}`
    case 'status':
      return `${say(STATUSES[change.from], lang)} → ${say(STATUSES[change.to], lang)}`
    case 'priority':
      return say(change.to ? BOOKINGS.priorityYes : BOOKINGS.priorityNo, lang)
    default:
      return say(BOOKINGS[change.field], lang)
  }
}

/** What a file would do, before anything is entered. */
export function PreviewCard(
  props: Shared & {
    preview: ReadPreview
    busy: boolean
    onEnter: (acceptGoodRows: boolean) => void
    onDrop: () => void
  },
) {
  const { preview, zone, lang, busy, onEnter, onDrop } = props
  const { added, changed, unchanged, good, bad, days, changes, id } = preview
  const badLines = new Set(bad.map(({ line }) => line)).size
  const counts = [
    [BOOKINGS.added, added],
    [BOOKINGS.changed, changed],
    [BOOKINGS.unchanged, unchanged],
    [BOOKINGS.badLines, badLines],
  ] as const
  const most = Math.max(
    1,
    ...days.flatMap(({ windows }) => windows.map(({ after, capacity }) => Math.max(after, capacity ?? 0))),
  )
  const more = (all: number) =>
    all > LINES_SHOWN ? <p class="label">{fill(say(BOOKINGS.more, lang), { n: all - LINES_SHOWN })}</p> : null
  return (
    <Card id="pratinjau" head={say(BOOKINGS.previewHead, lang)} aside={say(BOOKINGS.previewNothing, lang)}>
      <dl class="jumlah">
        {counts.map(([words, n]) => (
          <div key={words.id} class={words === BOOKINGS.badLines && n > 0 ? 'rusak' : undefined}>
            <dt>{say(words, lang)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      {days.map((day) => (
        <div key={day.day}>
          <h3>{dayText(day.day, lang)}</h3>
          <DataTable
            label={dayText(day.day, lang)}
            columns={[
              { head: say(BOOKINGS.window, lang) },
              { head: say(BOOKINGS.before, lang), figure: true },
              { head: say(BOOKINGS.after, lang), figure: true },
              { head: say(BOOKINGS.load, lang) },
            ]}
            rows={day.windows
              .filter(({ before, after }) => before + after > 0)
              .map(({ window, before, after, capacity }) => ({
                key: String(window.startAt) + window.endAt,
                cells: [
                  windowText(window, zone),
                  before,
                  <b key="a">{after}</b>,
                  <LoadBar key="b" booked={after} {...{ capacity, most, lang }} past={false} />,
                ],
              }))}
            empty=""
          />
          {day.unmentioned > 0 && <p class="label">{fill(say(BOOKINGS.unmentioned, lang), { n: day.unmentioned })}</p>}
        </div>
      ))}
      {changes.length > 0 && (
        <div>
          <h3>{say(BOOKINGS.changesHead, lang)}</h3>
          <DataTable
            label={say(BOOKINGS.changesHead, lang)}
            columns={[{ head: say(BOOKINGS.line, lang) }, { head: say(BOOKINGS.what, lang) }]}
            rows={changes.slice(0, LINES_SHOWN).map(({ line, what }) => ({
              key: String(line),
              cells: [line, what.map((change) => changeText(change, props)).join(', ')],
            }))}
            empty=""
          />
          {more(changed)}
        </div>
      )}
      {badLines > 0 && (
        <div>
          <h3>{say(BOOKINGS.badLines, lang)}</h3>
          <DataTable
            label={say(BOOKINGS.badLines, lang)}
            columns={[BOOKINGS.line, BOOKINGS.column, BOOKINGS.reason].map((words) => ({ head: say(words, lang) }))}
            rows={bad.slice(0, LINES_SHOWN).map(({ line, column, reason }, i) => ({
              key: `${i} ${line}`,
              cells: [
                line,
                column,
                <span key="r" lang="id">
                  {reason}
                </span>,
              ],
            }))}
            empty=""
          />
          {more(bad.length)}
          <p class="tindakan">
            <Downloads path={`/api/desk/bookings/export?id=${id}`} lang={lang} of={say(BOOKINGS.badLines, lang)} />
          </p>
        </div>
      )}
      <p class="tindakan">
        {good > 0 && (
          <button type="button" class="tombol utama" disabled={busy} onClick={() => onEnter(badLines > 0)}>
            {fill(say(badLines > 0 ? BOOKINGS.enterGood : BOOKINGS.enter, lang), { n: good })}
          </button>
        )}
        {good === 0 && <span>{say(BOOKINGS.nothingGood, lang)}</span>}
        <button type="button" class="tombol" onClick={onDrop}>
          {say(BOOKINGS.drop, lang)}
        </button>
      </p>
    </Card>
  )
}
