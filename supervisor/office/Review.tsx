import type { OfficePreview } from '../../protocol/desk/office.ts'
import type { Blocker, Change } from '../../protocol/office-change.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import { blockerText, changeText, problemWithPlace } from './describe.ts'
import { TEXTS } from './texts.ts'

/** A list of changes, each a line. */
export function ChangeList({ changes, lang }: { changes: readonly Change[]; lang: Lang }) {
  return (
    <ul class="perubahan">
      {changes.map((change) => (
        <li key={`${change.path.join('.')} ${change.kind}`}>{changeText(change, lang)}</li>
      ))}
    </ul>
  )
}

/** Who stands in the way. */
export function BlockerList({ blockers, lang }: { blockers: readonly Blocker[]; lang: Lang }) {
  return (
    <ul class="perubahan">
      {blockers.map((blocker) => (
        <li key={JSON.stringify(blocker)}>{blockerText(blocker, lang)}</li>
      ))}
    </ul>
  )
}

/** What a draft would change and bring about, or every problem with it. */
export function Review({ preview, zone, lang }: { preview: OfficePreview; zone: string; lang: Lang }) {
  if (preview.status === 'wrong')
    return (
      <Card id="tinjauan" head={fill(say(TEXTS.wrong, lang), { n: preview.problems.length })}>
        <ul class="perubahan keliru">
          {preview.problems.map((problem) => (
            <li key={problem.path.join('.') + problem.code}>{problemWithPlace(problem, lang)}</li>
          ))}
        </ul>
      </Card>
    )
  const { changes, consequences } = preview
  const { blockers, waiting, loads, forgotten } = consequences
  const share = (load: number | null) => (load === null ? say(TEXTS.noCounter, lang) : `${Math.round(load * 100)} %`)
  return (
    <Card id="tinjauan" head={say(TEXTS.whatChanges, lang)}>
      {changes.length === 0 ? <p>{say(TEXTS.nothing, lang)}</p> : <ChangeList changes={changes} lang={lang} />}
      {blockers.length > 0 && (
        <>
          <Notice tone="rusak" text={say(TEXTS.blocked, lang)} />
          <BlockerList blockers={blockers} lang={lang} />
        </>
      )}
      {waiting > 0 && <Notice tone="nanti" text={fill(say(TEXTS.waiting, lang), { n: waiting })} />}
      {forgotten > 0 && <Notice tone="lewat" text={fill(say(TEXTS.forgotten, lang), { n: forgotten })} />}
      {loads.length > 0 && (
        <ul class="perubahan">
          {loads.map(({ window, booked, before, after }) => (
            <li key={window.startAt}>
              {fill(say(TEXTS.load, lang), {
                ...{ jam: windowText(window, zone), n: booked },
                ...{ dari: share(before), ke: share(after) },
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
