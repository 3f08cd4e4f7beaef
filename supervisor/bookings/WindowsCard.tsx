import { useState } from 'preact/hooks'
import type { Bookings } from '../../protocol/desk/bookings.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { dayText, windowText } from '../../ui/time.ts'
import { LoadBar } from './LoadBar.tsx'
import { BOOKINGS } from './texts.ts'

/** Bookings of one day by window, and which day. */
export function WindowsCard({ bookings, zone, lang }: { bookings: Bookings; zone: string; lang: Lang }) {
  const [chosen, setChosen] = useState(bookings.day)
  const day = bookings.days.find((each) => each.day === chosen) ?? bookings.days[0]
  if (day === undefined) return null
  const most = Math.max(1, ...day.windows.map(({ booked, capacity }) => Math.max(booked, capacity ?? 0)))
  const heads = [BOOKINGS.window, BOOKINGS.booked, BOOKINGS.came, BOOKINGS.capacity, BOOKINGS.load]
  const isEmpty = day.windows.every(({ booked }) => booked === 0)
  return (
    <Card
      id="jam-janji"
      head={say(BOOKINGS.windows, lang)}
      aside={day.off === 0 ? undefined : fill(say(BOOKINGS.off, lang), { n: day.off })}
    >
      <fieldset class="pilih-hari" aria-label={say(BOOKINGS.day, lang)}>
        {bookings.days.slice(0, 7).map((each) => (
          <button
            key={each.day}
            type="button"
            class="tombol"
            aria-pressed={each.day === day.day}
            onClick={() => setChosen(each.day)}
          >
            {dayText(each.day, lang).replace(/ \d{4}$/, '')} <b>{each.booked}</b>
          </button>
        ))}
      </fieldset>
      <DataTable
        label={say(BOOKINGS.windows, lang)}
        columns={heads.map((words, i) => ({ head: say(words, lang), figure: i > 0 && i < 4 }))}
        rows={
          isEmpty
            ? []
            : day.windows.map(({ window, booked, came, capacity }) => ({
                key: `${window.startAt} ${window.endAt}`,
                cells: [
                  windowText(window, zone),
                  booked,
                  came,
                  capacity ?? '–',
                  <LoadBar key="b" {...{ booked, capacity, most, lang }} past={window.endAt <= bookings.at} />,
                ],
              }))
        }
        empty={say(BOOKINGS.noBookings, lang)}
      />
      {!isEmpty && <p class="label">{say(BOOKINGS.loadKey, lang)}</p>}
    </Card>
  )
}
