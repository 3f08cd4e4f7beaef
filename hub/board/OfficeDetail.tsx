import { useEffect, useRef } from 'preact/hooks'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { SCOPES } from '../../ui/desk/outage-words.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { agoText, zoneText } from '../clock.ts'
import { STATES } from '../texts.ts'
import { BOARD, DETAIL } from './board-texts.ts'
import { isHeard } from './choose-office.ts'
import { DevicesPart, LanesPart, LoadPart, TodayPart } from './detail-parts.tsx'

/** One office at the side: who waits, its windows, counters and devices, and its day. Of a silent one it says that it is old. */
export function OfficeDetail(props: { office: BoardOffice; board: Board; lang: Lang; onClose: () => void }) {
  const { office, board, lang, onClose } = props
  const { state, bulletin, heardAt, waitingEvents } = office
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const region = board.regions.find(({ id }) => id === office.region)?.name ?? office.region
  const ago = heardAt === null ? '' : agoText(board.at - heardAt, lang)
  const { icon, tone, words } = STATES[state]
  const notes = [
    ...(state === 'silent' ? [fill(say(DETAIL.silent, lang), { lalu: ago })] : []),
    ...(state === 'new' ? [say(DETAIL.newOffice, lang)] : []),
    ...(state === 'other-history' ? [say(DETAIL.otherHistory, lang)] : []),
    ...(waitingEvents > 0 ? [fill(say(DETAIL.waitingEvents, lang), { n: waitingEvents })] : []),
  ]
  return (
    <section
      class={isHeard(office) ? 'kartu rincian' : 'kartu rincian usang'}
      aria-labelledby="rincian"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <h2 id="rincian" ref={head} tabIndex={-1}>
          {office.name}
        </h2>
        <button type="button" class="tombol" aria-label={say(DETAIL.close, lang)} onClick={onClose}>
          <Icon name="tutup" />
        </button>
        <p class="keadaan">
          <span class={`status ${tone}`}>
            <Icon name={icon} />
            {say(words, lang)}
          </span>
          <span class="label">{region}</span>
        </p>
        <p class="label">
          {heardAt === null ? say(BOARD.never, lang) : fill(say(DETAIL.heard, lang), { lalu: ago })}
          {bulletin !== null && isHeard(office) && (
            <>
              {', '}
              {fill(say(DETAIL.clock, lang), {
                jam: clockTime(board.at, bulletin.zone),
                zona: zoneText(bulletin.zone),
              })}
              {', '}
              {say(bulletin.isOpen ? DETAIL.open : DETAIL.closed, lang)}
            </>
          )}
        </p>
      </header>
      {notes.map((note) => (
        <p key={note} class="catatan">
          {note}
        </p>
      ))}
      {bulletin !== null && bulletin.outage !== null && (
        <p class="catatan rusak">
          <Icon name="awas" />
          {fill(say(DETAIL.outage, lang), {
            apa: say(SCOPES[bulletin.outage.scope], lang),
            jam: clockTime(bulletin.outage.sinceAt, bulletin.zone),
          })}
        </p>
      )}
      {bulletin !== null && (
        <>
          {/* A silent office's waits end where it was last heard: nobody knows whether they still go on. */}
          <LanesPart bulletin={bulletin} at={isHeard(office) ? board.at : bulletin.at} lang={lang} />
          <LoadPart bulletin={bulletin} lang={lang} />
          <DevicesPart bulletin={bulletin} lang={lang} />
        </>
      )}
      {bulletin !== null && <TodayPart office={office} lang={lang} />}
    </section>
  )
}
