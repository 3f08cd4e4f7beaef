import { useState } from 'preact/hooks'
import { RetentionPage as Answer, RetentionReport } from '../../protocol/desk/retention.ts'
import type { Retention } from '../../protocol/office-retention.ts'
import type { Asked } from '../../ui/desk/ask-server.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { calendarDay, clockTime, dayText } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { troubleText } from '../texts.ts'
import { KEPT, type KeptKind, PERIODS, RETENTION } from './texts.ts'

const periodText = ({ period }: KeptKind, settings: Retention, lang: Lang): string =>
  typeof period === 'string' ? fill(say(PERIODS[period], lang), { n: settings[period] }) : say(period, lang)

const ranText = (asked: Asked<RetentionReport>, lang: Lang): string =>
  asked.status === 'done'
    ? fill(say(RETENTION.ran, lang), { n: asked.value.parts.reduce((sum, { deleted }) => sum + deleted, 0) })
    : troubleText(asked, lang)

/** What is kept, where, what for and how long; what the last run deleted; and a run at once. */
export function RetentionPage({ api, overview, lang, go }: PageProps) {
  const loaded = useAsked(() => api.get('/retention', Answer), 'retention')
  const [ran, setRan] = useState<Asked<RetentionReport> | 'asked' | null>(null)
  const page = loaded.value
  const whenText = (at: number): string =>
    `${dayText(calendarDay(at, overview.zone), lang)}, ${clockTime(at, overview.zone)}`
  const run = async (): Promise<void> => {
    setRan('asked')
    setRan(await api.post('/retention/run', RetentionReport))
    await loaded.again()
  }
  const countOf = ({ part }: KeptKind): string =>
    String(page?.last?.parts.find((one) => one.part === part)?.deleted ?? '–')
  return (
    <>
      <Head
        name={say(RETENTION.name, lang)}
        about={page === null ? '' : fill(say(RETENTION.about, lang), { kapan: whenText(page.nextAt) })}
      >
        <button type="button" class="tombol" onClick={() => go('/supervisor/office/retention')}>
          <Icon name="jam" />
          {say(RETENTION.change, lang)}
        </button>
        <button type="button" class="tombol" disabled={ran === 'asked'} onClick={() => void run()}>
          <Icon name="hapus" />
          {say(ran === 'asked' ? RETENTION.running : RETENTION.run, lang)}
        </button>
      </Head>
      <Notice
        tone={ran !== null && ran !== 'asked' && ran.status !== 'done' ? 'rusak' : 'tepat'}
        text={ran === null || ran === 'asked' ? null : ranText(ran, lang)}
      />
      <Loading loaded={loaded} lang={lang} />
      {page !== null && (
        <>
          <Card id="disimpan" head={say(RETENTION.kept, lang)}>
            <DataTable
              label={say(RETENTION.kept, lang)}
              columns={[RETENTION.what, RETENTION.where, RETENTION.why, RETENTION.howLong].map((words) => ({
                head: say(words, lang),
              }))}
              rows={KEPT.map((kind) => ({
                key: kind.what.en,
                cells: [
                  say(kind.what, lang),
                  say(kind.where, lang),
                  say(kind.why, lang),
                  periodText(kind, page.settings, lang),
                ],
              }))}
              empty=""
            />
          </Card>
          <Card
            id="terakhir"
            head={say(RETENTION.last, lang)}
            aside={
              page.last === null
                ? undefined
                : fill(say(RETENTION.lastBy, lang), {
                    kapan: whenText(page.last.at),
                    siapa:
                      page.last.by.staff === null
                        ? say(RETENTION.system, lang)
                        : fill(say(RETENTION.supervisor, lang), { no: page.last.by.staff }),
                  })
            }
          >
            <DataTable
              label={say(RETENTION.last, lang)}
              columns={[{ head: say(RETENTION.what, lang) }, { head: say(RETENTION.deleted, lang), figure: true }]}
              rows={
                page.last === null
                  ? []
                  : KEPT.filter(({ part }) => part !== null).map((kind) => ({
                      key: kind.what.en,
                      cells: [say(kind.what, lang), countOf(kind)],
                    }))
              }
              empty={say(RETENTION.none, lang)}
            />
            <p class="label jarak">{say(RETENTION.earlier, lang)}</p>
          </Card>
        </>
      )}
    </>
  )
}
