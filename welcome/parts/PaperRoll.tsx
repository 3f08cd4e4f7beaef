import { useEffect, useState } from 'preact/hooks'
import { type Lang, say } from '../../ui/texts.ts'
import type { ConsoleApi } from '../console-api.ts'
import type { House, Paper } from '../house.ts'
import { TEXTS } from '../texts.ts'
import { Note } from './Frame.tsx'
import { PrinterBox } from './PrinterBox.tsx'

const POLL_MS = 1_000
/** How many papers are shown; the newest lies on top. */
const SHOWN = 6

type Props = { api: ConsoleApi; lang: Lang; house: House; onChanged: () => void }

/** The simulated printers and what they have put out, looked at once a second. */
export function PaperRoll({ api, lang, house, onChanged }: Props) {
  const { papers, stale } = usePapers(api)
  return (
    <section class="kertas" aria-labelledby="paper">
      <h2 id="paper">{say(TEXTS.paperHead, lang)}</h2>
      {house.printers
        .filter(({ simulated }) => simulated)
        .map((printer) => (
          <PrinterBox key={printer.place} api={api} lang={lang} printer={printer} onChanged={onChanged} />
        ))}
      <Note text={stale ? say(TEXTS.stale, lang) : null} trouble />
      {papers?.length === 0 && <p class="label">{say(TEXTS.noPaper, lang)}</p>}
      <ol class="gulungan">
        {newestFirst(papers ?? [])
          .slice(0, SHOWN)
          .map((paper) => (
            <li key={`${paper.printer}/${paper.paperNo}`}>
              <PaperPicture paper={paper} />
            </li>
          ))}
      </ol>
    </section>
  )
}

function PaperPicture({ paper: { picture, lines } }: { paper: Paper }) {
  if (picture === undefined) return <pre>{lines.join('\n')}</pre>
  return <img src={picture} alt={lines.join('\n')} />
}

const newestFirst = (papers: readonly Paper[]): Paper[] =>
  papers.toSorted((a, b) => b.printedAt - a.printedAt || b.paperNo - a.paperNo)

/** The papers, asked for again `POLL_MS` after each answer. `stale`: the last answer did not come. */
function usePapers(api: ConsoleApi): { papers: Paper[] | null; stale: boolean } {
  const [seen, setSeen] = useState<{ papers: Paper[] | null; stale: boolean }>({ papers: null, stale: false })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const look = async () => {
      const asked = await api.readPapers()
      if (over) return
      setSeen(({ papers }) => ({
        papers: asked.status === 'done' ? asked.value : papers,
        stale: asked.status !== 'done',
      }))
      timer = setTimeout(look, POLL_MS)
    }
    look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [api])
  return seen
}
