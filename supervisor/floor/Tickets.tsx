import { useState } from 'preact/hooks'
import { type LiveTicket, LiveTickets } from '../../protocol/desk/floor.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { fill, say } from '../../ui/texts.ts'
import { clockTime, rangeText, windowText } from '../../ui/time.ts'
import type { DeskApi } from '../desk-api.ts'
import { Loading } from '../parts/Loading.tsx'
import type { PartProps } from './part-props.ts'
import { FLOOR, TICKET_STATES } from './texts.ts'

const SHOWN = 12

/** Every ticket that is not over, found by its number, with what can be done about it. Read anew at each change of the floor. */
export function Tickets({ view, lang, api, onQuestion }: PartProps & { api: DeskApi }) {
  const [typed, setTyped] = useState('')
  const loaded = useAsked(() => api.get('/floor/tickets', LiveTickets), `tickets ${view.seq}`)
  const [last, setLast] = useState<LiveTicket[]>([])
  // While the next list is on its way the last one stands.
  if (loaded.value !== null && loaded.value.tickets !== last) setLast(loaded.value.tickets)
  const found = last.filter(({ number }) => number.startsWith(typed.trim().toUpperCase()))
  const { zone } = view.office
  const stageName = (id: string) => {
    const stage = view.stages.find((one) => one.id === id)
    return stage === undefined ? id : say(stage.name, lang)
  }
  const row = (ticket: LiveTicket) => {
    const { ticketId, number, window, stage, status, counter, range, checkedInAt } = ticket
    return {
      key: ticketId,
      cells: [
        <span key="no" class="no">
          {number}
        </span>,
        window === null ? say(FLOOR.noWindow, lang) : windowText(window, zone),
        clockTime(checkedInAt, zone),
        stageName(stage),
        counter === null
          ? say(TICKET_STATES[status], lang)
          : `${say(TICKET_STATES[status], lang)}, ${say(FLOOR.counter, lang)} ${counter}`,
        range === null ? '' : rangeText(range, zone),
        <span key="act" class="tindakan">
          <button
            type="button"
            class="tautan"
            aria-label={fill(say(FLOOR.moveTicket, lang), { no: number })}
            onClick={() => onQuestion({ kind: 'move', ticketId, number, counter })}
          >
            {say(FLOOR.move, lang)}
          </button>
          <button
            type="button"
            class="tautan"
            aria-label={fill(say(FLOOR.cancelOf, lang), { no: number })}
            onClick={() => onQuestion({ kind: 'cancel', ticketId, number })}
          >
            {say(FLOOR.cancelTicket, lang)}
          </button>
        </span>,
      ],
    }
  }
  return (
    <Card id="tickets" head={say(FLOOR.tickets, lang)} aside={say(FLOOR.ticketsSub, lang)}>
      <div class="formulir">
        <label for="find">{say(FLOOR.find, lang)}</label>
        <input
          id="find"
          autocomplete="off"
          maxLength={5}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      {last.length === 0 && loaded.trouble !== null && <Loading loaded={loaded} lang={lang} />}
      <DataTable
        label={say(FLOOR.tickets, lang)}
        columns={[FLOOR.number, FLOOR.window, FLOOR.came, FLOOR.stage, FLOOR.state, FLOOR.likely, FLOOR.act].map(
          (words) => ({ head: say(words, lang) }),
        )}
        rows={found.slice(0, SHOWN).map(row)}
        empty={say(FLOOR.nobody, lang)}
      />
      {found.length > SHOWN && <p class="label">{fill(say(FLOOR.more, lang), { n: found.length - SHOWN })}</p>}
    </Card>
  )
}
