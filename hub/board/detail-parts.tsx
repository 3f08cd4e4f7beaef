import type { BoardOffice } from '../../protocol/hub/board.ts'
import type { Instant, Words } from '../../protocol/ids.ts'
import { PLACES, PRINTER_STATES } from '../../ui/devices/devices-texts.ts'
import { countText, minutesText, percentOf, percentText } from '../../ui/figures/numbers.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { DETAIL } from './board-texts.ts'
import { minutesTo } from './choose-office.ts'
import { LoadBars } from './LoadBars.tsx'

type Bulletin = NonNullable<BoardOffice['bulletin']>
type Seen = Bulletin['devices']['toSee'][number]

/** Who waits in each lane at an instant, and the counters that serve them. */
export function LanesPart({ bulletin, at, lang }: { bulletin: Bulletin; at: Instant; lang: Lang }) {
  const { lanes, counters } = bulletin
  const paused = counters.paused > 0 ? `, ${fill(say(DETAIL.countersPaused, lang), { n: counters.paused })}` : ''
  const open = fill(say(DETAIL.countersOpen, lang), { a: counters.open, b: counters.all })
  return (
    <>
      <h3>
        {say(DETAIL.lanes, lang)}
        <small>
          {say(DETAIL.counters, lang)} {open}
          {paused}
        </small>
      </h3>
      {lanes.length === 0 ? (
        <p class="kosong">{say(DETAIL.nobody, lang)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(DETAIL.lane, lang)}</th>
              <th scope="col" class="angka">
                {say(DETAIL.waiting, lang)}
              </th>
              <th scope="col" class="angka">
                {say(DETAIL.longest, lang)}
              </th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ letter, name, waiting, longestSinceAt }) => (
              <tr key={letter}>
                <th scope="row">
                  <b class="huruf">{letter}</b> {say(name, lang)}
                </th>
                <td class="angka">
                  <b>{countText(waiting, lang)}</b>
                </td>
                <td class="angka">
                  {fill(say(DETAIL.minutes, lang), { n: countText(minutesTo(longestSinceAt, at), lang) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** The windows of its day. */
export function LoadPart({ bulletin, lang }: { bulletin: Bulletin; lang: Lang }) {
  return (
    <>
      <h3>{say(DETAIL.load, lang)}</h3>
      <LoadBars load={bulletin.load} zone={bulletin.zone} lang={lang} />
    </>
  )
}

/** The printer's own word, where it is one; all others are away. */
const stateOf = ({ status }: Seen): Words =>
  Object.entries(PRINTER_STATES).find(([name]) => name === status)?.[1] ?? DETAIL.offline

const nameOf = ({ kind }: Seen): Words => (kind === 'scanner' ? DETAIL.scanner : PLACES[kind])

/** Devices that somebody there should look at. */
export function DevicesPart({ bulletin, lang }: { bulletin: Bulletin; lang: Lang }) {
  const { all, toSee } = bulletin.devices
  return (
    <>
      <h3>
        {say(DETAIL.devices, lang)}
        <small>{fill(say(DETAIL.devicesAll, lang), { a: toSee.length, b: all })}</small>
      </h3>
      {toSee.length === 0 ? (
        <p class="kosong">{say(DETAIL.noDevices, lang)}</p>
      ) : (
        <ul class="perangkat-dilihat">
          {toSee.map((device) => (
            <li key={`${device.kind} ${device.place}`}>
              <span>{fill(say(nameOf(device), lang), { no: device.place })}</span>
              <span class={`status ${device.care === 'now' ? 'rusak' : 'lewat'}`}>
                <Icon name={device.care === 'now' ? 'awas' : 'info'} />
                {say(stateOf(device), lang)}, {say(DETAIL[device.care], lang)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What its day has come to so far, and the way to its figures. */
export function TodayPart({ office, lang }: { office: BoardOffice; lang: Lang }) {
  const { today } = office
  const minutes = (value: number | null) =>
    value === null ? '–' : fill(say(DETAIL.minutes, lang), { n: minutesText(value, lang) })
  return (
    <>
      <h3>
        {say(DETAIL.today, lang)}
        <small>
          <a href={`/figures?office=${office.office}`}>{say(DETAIL.figures, lang)}</a>
        </small>
      </h3>
      {today === null ? (
        <p class="kosong">{say(DETAIL.noToday, lang)}</p>
      ) : (
        <dl class="hari-ini">
          {(
            [
              [DETAIL.visits, countText(today.visits, lang)],
              [DETAIL.kept, percentText(percentOf(today.kept.within, today.kept.n), lang, 0)],
              [DETAIL.median, minutes(today.waits.medianMin)],
              [DETAIL.p90, minutes(today.waits.p90Min)],
            ] as const
          ).map(([words, value]) => (
            <div key={words.en}>
              <dt>{say(words, lang)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
