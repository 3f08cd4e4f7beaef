import { useState } from 'preact/hooks'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { countText, percentText } from '../../ui/figures/numbers.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { agoText } from '../clock.ts'
import { type SortColumn, SortTable } from '../parts/SortTable.tsx'
import { STATE_ORDER, STATES, TEXTS } from '../texts.ts'
import { BOARD } from './board-texts.ts'
import { devicesToSeeOf, isHeard, keptPercentOf, longestMinOf, waitingOf } from './choose-office.ts'

/** What stands where the hub does not know. */
const UNKNOWN = '–'

const columnsOf = (
  { at, regions }: Board,
  lang: Lang,
  onChoose: (office: string) => void,
): SortColumn<BoardOffice>[] => {
  const regionOf = ({ region }: BoardOffice) => regions.find(({ id }) => id === region)?.name ?? region
  const number = (value: number | null) => (value === null ? UNKNOWN : countText(value, lang))
  const waits = (value: number | null) =>
    value === null ? UNKNOWN : fill(say(BOARD.minutesOf, lang), { n: countText(value, lang) })
  const largest = { figure: true, first: 'descending' } as const
  return [
    {
      ...{ id: 'name', head: say(TEXTS.office, lang), by: ({ name }) => name },
      cell: ({ office, name }) => (
        <button type="button" class="taut" id={`baris-${office}`} onClick={() => onChoose(office)}>
          {name}
        </button>
      ),
    },
    {
      ...{ id: 'state', head: say(BOARD.state, lang), by: ({ state }) => STATE_ORDER.indexOf(state) },
      cell: ({ state }) => (
        <span class={`status ${STATES[state].tone}`} title={say(STATES[state].words, lang)}>
          <Icon name={STATES[state].icon} />
          <span class="kata">{say(STATES[state].words, lang)}</span>
        </span>
      ),
    },
    { ...{ id: 'region', head: say(TEXTS.region, lang), by: regionOf, cell: regionOf, wide: true } },
    {
      ...{ id: 'waiting', head: say(BOARD.colWaiting, lang), by: waitingOf, ...largest },
      cell: (office) => <b>{number(waitingOf(office))}</b>,
    },
    {
      ...{ id: 'longest', head: say(BOARD.colLongest, lang), ...largest },
      by: (office) => longestMinOf(office, at),
      cell: (office) => waits(longestMinOf(office, at)),
    },
    {
      ...{ id: 'kept', head: say(BOARD.colKept, lang), by: keptPercentOf, figure: true, wide: true },
      cell: (office) => percentText(keptPercentOf(office), lang, 0),
    },
    {
      ...{ id: 'counters', head: say(BOARD.colCounters, lang), ...largest, wide: true },
      by: (office) => (isHeard(office) ? (office.bulletin?.counters.open ?? null) : null),
      cell: (office) =>
        isHeard(office) && office.bulletin !== null
          ? fill(say(BOARD.countersOf, lang), { a: office.bulletin.counters.open, b: office.bulletin.counters.all })
          : UNKNOWN,
    },
    {
      ...{ id: 'devices', head: say(BOARD.colDevices, lang), by: devicesToSeeOf, ...largest, wide: true },
      cell: (office) => number(devicesToSeeOf(office)),
    },
    {
      ...{ id: 'heard', head: say(BOARD.colHeard, lang), by: ({ heardAt }) => heardAt, figure: true, wide: true },
      cell: ({ heardAt }) => (heardAt === null ? say(BOARD.never, lang) : agoText(at - heardAt, lang)),
    },
  ]
}

/** The same offices as a table: found by name, region and state, sorted by any column; those that want somebody come first. */
export function OfficeList(props: {
  board: Board
  lang: Lang
  chosen: string | null
  onChoose: (office: string) => void
}) {
  const { board, lang, chosen, onChoose } = props
  const [words, setWords] = useState('')
  const [region, setRegion] = useState('')
  const [state, setState] = useState('')
  const wanted = words.trim().toLocaleLowerCase('id')
  const rows = board.offices.filter(
    (office) =>
      office.name.toLocaleLowerCase('id').includes(wanted) &&
      (region === '' || office.region === region) &&
      (state === '' || office.state === state),
  )
  // Among those alike the one with most people first: sorting keeps the order of the rows.
  rows.sort((a, b) => (waitingOf(b) ?? -1) - (waitingOf(a) ?? -1))
  const shown = fill(say(BOARD.shown, lang), { n: rows.length, semua: board.offices.length })
  return (
    <Card id="daftar" head={say(BOARD.list, lang)} aside={<span role="status">{shown}</span>}>
      <search class="saring">
        <input
          type="search"
          aria-label={say(BOARD.search, lang)}
          placeholder={say(BOARD.search, lang)}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <select
          aria-label={say(TEXTS.region, lang)}
          value={region}
          onChange={(event) => setRegion(event.currentTarget.value)}
        >
          <option value="">{say(TEXTS.allRegions, lang)}</option>
          {board.regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={say(BOARD.state, lang)}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
        >
          <option value="">{say(BOARD.allStates, lang)}</option>
          {STATE_ORDER.map((one) => (
            <option key={one} value={one}>
              {say(STATES[one].words, lang)}
            </option>
          ))}
        </select>
      </search>
      <SortTable
        label={say(BOARD.list, lang)}
        columns={columnsOf(board, lang, onChoose)}
        rows={rows}
        keyOf={({ office }) => office}
        start={{ id: 'state', direction: 'ascending' }}
        empty={say(BOARD.none, lang)}
        lang={lang}
        chosen={chosen}
      />
    </Card>
  )
}
