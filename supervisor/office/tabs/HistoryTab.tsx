import { OfficeHistory } from '../../../protocol/desk/office.ts'
import { Card } from '../../../ui/desk/Card.tsx'
import { DataTable } from '../../../ui/desk/DataTable.tsx'
import { useAsked } from '../../../ui/desk/use-asked.ts'
import { fill, say } from '../../../ui/texts.ts'
import { calendarDay, clockTime, dayText } from '../../../ui/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { ChangeList } from '../Review.tsx'
import type { TabProps } from '../tab-props.ts'
import { TEXTS } from '../texts.ts'
import { whoText } from '../who-text.ts'

/** Every version with who, when and what, newest first; each earlier one can be brought back. */
export function HistoryTab({ api, desk, page, lang }: TabProps) {
  const loaded = useAsked(() => api.get('/office/versions', OfficeHistory), `versions ${desk.version.no}`)
  const { zone } = desk.office
  if (loaded.value === null) return <Loading loaded={loaded} lang={lang} />
  return (
    <Card id="k-riwayat" head={say(TEXTS.history, lang)}>
      <DataTable
        label={say(TEXTS.history, lang)}
        empty={say(TEXTS.historyEmpty, lang)}
        columns={[TEXTS.no_, TEXTS.when, TEXTS.who, TEXTS.whatChanges]
          .map((head) => ({ head: say(head, lang) }))
          .concat({ head: '' })}
        rows={loaded.value.versions.map((version) => ({
          key: String(version.no),
          cells: [
            <b key="no">{version.no}</b>,
            `${dayText(calendarDay(version.at, zone), lang)}, ${clockTime(version.at, zone)}`,
            whoText(version, lang),
            version.no === 1 ? say(TEXTS.firstVersion, lang) : <ChangeList changes={version.changes} lang={lang} />,
            version.no === desk.version.no ? (
              say(TEXTS.holds, lang)
            ) : (
              <button type="button" class="tombol" disabled={page.busy} onClick={() => void page.restore(version.no)}>
                {fill(say(TEXTS.bring, lang), { n: version.no })}
              </button>
            ),
          ],
        }))}
      />
    </Card>
  )
}
