import type { Bulletin } from '../../protocol/hub/report.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import { DETAIL } from './board-texts.ts'

/** What the bars of a window are long, in per cent of the longest. */
type Bar = { came: number; booked: number; over: number; can: number | null }

const barOf = ({ booked, came, capacity }: Bulletin['load'][number], most: number): Bar => {
  const part = (people: number): number => (100 * people) / Math.max(1, most)
  const within = capacity === null ? booked : Math.min(booked, capacity)
  return {
    came: part(came),
    booked: part(Math.max(0, within - came)),
    over: part(Math.max(0, booked - Math.max(within, came))),
    can: capacity === null ? null : part(capacity),
  }
}

/** Each window of an office's day: who came of whom is booked, against what its counters can do. Times by the office's clock. */
export function LoadBars({ load, zone, lang }: { load: Bulletin['load']; zone: string; lang: Lang }) {
  if (load.length === 0) return <p class="kosong">{say(DETAIL.noWindows, lang)}</p>
  const most = Math.max(...load.flatMap(({ booked, came, capacity }) => [booked, came, capacity ?? 0]))
  return (
    <>
      <table class="beban-jam">
        <thead>
          <tr>
            <th scope="col">{say(DETAIL.window, lang)}</th>
            <th scope="col">
              <span class="sembunyi">{say(DETAIL.bar, lang)}</span>
            </th>
            <th scope="col" class="angka">
              {say(DETAIL.came, lang)}
            </th>
            <th scope="col" class="angka">
              {say(DETAIL.booked, lang)}
            </th>
            <th scope="col" class="angka">
              {say(DETAIL.can, lang)}
            </th>
          </tr>
        </thead>
        <tbody>
          {load.map((line) => {
            const { window, booked, came, capacity } = line
            const bar = barOf(line, most)
            const isOver = capacity !== null && booked > capacity
            return (
              <tr key={window.startAt}>
                <th scope="row">{windowText(window, zone)}</th>
                <td class="lajur">
                  <span class="batang-jam" aria-hidden="true">
                    <i class="datang" style={{ width: `${bar.came}%` }} />
                    <i class="janji" style={{ width: `${bar.booked}%` }} />
                    <i class="lebih" style={{ width: `${bar.over}%` }} />
                    {bar.can !== null && <i class="mampu" style={{ left: `${bar.can}%` }} />}
                  </span>
                </td>
                <td class="angka">{came}</td>
                <td class={isOver ? 'angka lewat' : 'angka'}>{isOver ? <b>{booked}</b> : booked}</td>
                <td class="angka">{capacity ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p class="label">{say(DETAIL.loadKey, lang)}</p>
    </>
  )
}
