import { useEffect, useRef } from 'preact/hooks'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { STATE_ORDER, STATES } from '../texts.ts'
import { BOARD } from './board-texts.ts'
import { chooseBlocks, LEGEND, MAP_COLS, shortName } from './choose-blocks.ts'
import { waitingOf } from './choose-office.ts'
import { chooseSummary } from './choose-summary.ts'

/** What stands in a tile: people waiting, or the sign of a state of which no number is known. */
function TileFace({ state, waiting }: { state: BoardOffice['state']; waiting: number | null }) {
  if (waiting !== null) return <>{waiting}</>
  return <Icon name={STATES[state].icon} />
}

/** The provinces about where they lie, each with a tile for every office. */
export function MapOfTiles(props: {
  board: Board
  lang: Lang
  chosen: string | null
  onChoose: (office: string) => void
}) {
  const { board, lang, chosen, onChoose } = props
  const { byState } = chooseSummary(board)
  const map = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Where the map is wider than its sheet, the office that is looked at stays in sight.
    const pressed = map.current?.querySelector<HTMLElement>('[aria-pressed="true"]')
    const sheet = map.current?.parentElement
    if (pressed && sheet)
      sheet.scrollLeft =
        pressed.getBoundingClientRect().left - (map.current?.getBoundingClientRect().left ?? 0) - sheet.clientWidth / 2
  }, [chosen])
  const tile = (office: BoardOffice) => {
    const waiting = waitingOf(office)
    const words = waiting === null ? BOARD.tile : BOARD.tileWaits
    const says = fill(say(words, lang), {
      ...{ kantor: office.name, keadaan: say(STATES[office.state].words, lang), n: waiting ?? 0 },
    })
    return (
      <li key={office.office}>
        <button
          type="button"
          class={`ubin ${office.state}`}
          aria-pressed={office.office === chosen}
          aria-label={says}
          title={says}
          onClick={() => onChoose(office.office)}
        >
          <TileFace state={office.state} waiting={waiting} />
        </button>
      </li>
    )
  }
  return (
    <Card id="peta" head={say(BOARD.map, lang)} aside={say(BOARD.mapAside, lang)}>
      <a class="lewati" href="#daftar">
        {say(BOARD.toList, lang)}
      </a>
      <div class="hamparan">
        <div ref={map} class="peta" style={{ gridTemplateColumns: `repeat(${MAP_COLS}, minmax(0, 1fr))` }}>
          {chooseBlocks(board.regions).map(({ region, col, fromRow, row }) => (
            <section
              key={region.id}
              class="provinsi"
              style={{ gridColumn: String(col), gridRow: `${fromRow} / ${row + 1}` }}
              aria-label={region.name}
            >
              <h3 title={region.name}>
                <span class="pendek" aria-hidden="true">
                  {shortName(region)}
                </span>
                <span class="panjang">{region.name}</span>
              </h3>
              <ul>{board.offices.filter((office) => office.region === region.id).map(tile)}</ul>
            </section>
          ))}
          <section
            class="keterangan"
            style={{ gridColumn: LEGEND.cols.join(' / '), gridRow: LEGEND.rows.join(' / ') }}
            aria-labelledby="keterangan"
          >
            <h3 id="keterangan">{say(BOARD.legend, lang)}</h3>
            <ul>
              {STATE_ORDER.map((state) => (
                <li key={state}>
                  <span class={`ubin ${state}`} aria-hidden="true">
                    <TileFace state={state} waiting={state === 'silent' || state === 'new' ? null : 8} />
                  </span>
                  {say(STATES[state].words, lang)} <b>{byState[state]}</b>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Card>
  )
}
