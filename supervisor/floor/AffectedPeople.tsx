import { AffectedList } from '../../protocol/desk/floor.ts'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { SCOPES } from '../../ui/desk/outage-words.ts'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { fill, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import type { DeskApi } from '../desk-api.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Loading } from '../parts/Loading.tsx'
import { TEXTS } from '../texts.ts'
import type { PartProps } from './part-props.ts'
import { AFFECTED_STATES, FLOOR } from './texts.ts'

/** Everybody whom an outage touched, to be read and to be taken away. */
export function AffectedPeople(
  props: Omit<PartProps, 'onQuestion'> & { api: DeskApi; which: number; onClose: () => void },
) {
  const { view, lang, api, which, onClose } = props
  const loaded = useAsked(() => api.get(`/floor/affected?which=${which}`, AffectedList), `affected ${which}`)
  const { zone } = view.office
  const list = loaded.value
  const name = list === null ? '' : fill(say(FLOOR.affectedOf, lang), { apa: say(SCOPES[list.outage.scope], lang) })
  const heads = [FLOOR.number, FLOOR.window, FLOOR.came, FLOOR.stage, FLOOR.time, FLOOR.state]
  return (
    <>
      <Loading loaded={loaded} lang={lang} />
      {list !== null && (
        <>
          <p>{name}</p>
          <DataTable
            label={name}
            columns={heads.map((words) => ({ head: say(words, lang) }))}
            rows={list.people.map(({ number, window, checkedInAt, stage, heldUpMin, status }, i) => ({
              key: number ?? `absent ${i}`,
              cells: [
                <span key="no" class="no">
                  {number ?? '–'}
                </span>,
                window === null ? say(FLOOR.noWindow, lang) : windowText(window, zone),
                checkedInAt === null ? '–' : clockTime(checkedInAt, zone),
                stage === null ? '–' : say(stage, lang),
                fill(say(FLOOR.minutes, lang), { n: heldUpMin }),
                say(AFFECTED_STATES[status], lang),
              ],
            }))}
            empty={say(FLOOR.nobody, lang)}
          />
        </>
      )}
      <div class="tindakan">
        <Downloads path={`/api/desk/floor/affected/export?which=${which}`} lang={lang} of={name} />
        <button type="button" class="tombol" onClick={onClose}>
          {say(TEXTS.close, lang)}
        </button>
      </div>
    </>
  )
}
