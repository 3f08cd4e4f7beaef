import { useEffect, useRef } from 'preact/hooks'
import { Notice } from '../../ui/desk/Notice.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { agoText, HUB_ZONE, zoneText } from '../clock.ts'
import type { PageProps } from '../page.ts'
import { TEXTS, troubleText } from '../texts.ts'
import { BOARD } from './board-texts.ts'
import { MapOfTiles } from './MapOfTiles.tsx'
import { OfficeDetail } from './OfficeDetail.tsx'
import { OfficeList } from './OfficeList.tsx'
import { SummaryStrip } from './SummaryStrip.tsx'
import { useAge } from './use-age.ts'

/** A board that is older than this is not of now, ms: three questions in a row without an answer. */
const STALE_MS = 20_000

/** How old what is shown is; `isStale` says it as a warning. */
function Freshness({ board, loaded, lang, isStale }: PageProps & { isStale: boolean }) {
  const age = useAge(loaded.atMs, 1_000)
  const blanks = {
    ...{ jam: clockTime(board.at, HUB_ZONE), zona: zoneText(HUB_ZONE), lalu: agoText(age, lang) },
    alasan: loaded.trouble === null ? '' : troubleText(loaded.trouble, lang),
  }
  if (!isStale) return <p class="umur">{fill(say(BOARD.fresh, lang), blanks)}</p>
  const isAway = loaded.trouble === null || loaded.trouble.status === 'unreachable'
  return (
    <>
      <Notice tone="rusak" text={fill(say(isAway ? BOARD.stale : BOARD.staleWhy, lang), blanks)} />
      {/* Beside it: what is read aloud when it changes must not change every second. */}
      <p class="umur">{fill(say(BOARD.age, lang), blanks)}</p>
    </>
  )
}

/** Every office as it is now: the map, the list, and one office's details at the side. Old numbers are never shown as new. */
export function BoardPage(props: PageProps) {
  const { board, loaded, lang, query, onQuery } = props
  const age = useAge(loaded.atMs, 5_000)
  const isStale = loaded.trouble !== null || age > STALE_MS
  const chosen = board.offices.find(({ office }) => office === query.get('office')) ?? null
  const opener = useRef<Element | null>(null)
  const choose = (office: string): void => {
    opener.current = document.activeElement
    onQuery({ office: office === chosen?.office ? null : office })
  }
  const isOpen = chosen !== null
  useEffect(() => {
    // Whoever closes the details goes on where they came from; the list is only there again once it is drawn.
    if (!isOpen && opener.current instanceof HTMLElement) opener.current.focus()
  }, [isOpen])
  return (
    <div class={isStale ? 'papan usang' : 'papan'}>
      <header class="judul">
        <h1>{say(BOARD.head, lang)}</h1>
        <Freshness {...props} isStale={isStale} />
      </header>
      {board.offices.length === 0 ? (
        <p class="kartu">{say(TEXTS.noOffices, lang)}</p>
      ) : (
        <>
          <SummaryStrip board={board} lang={lang} onChoose={choose} />
          <div class={chosen === null ? 'papan-isi' : 'papan-isi terbuka'}>
            <MapOfTiles {...{ board, lang }} chosen={chosen?.office ?? null} onChoose={choose} />
            <OfficeList {...{ board, lang }} chosen={chosen?.office ?? null} onChoose={choose} />
            {chosen !== null && (
              <OfficeDetail
                key={chosen.office}
                office={chosen}
                board={board}
                lang={lang}
                onClose={() => onQuery({ office: null })}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}
