import { useState } from 'preact/hooks'
import { AuditPage as Answer, type AuditLine, ChainReport } from '../../protocol/desk/audit.ts'
import type { Asked } from '../../ui/desk/ask-server.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, dayParts } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Loading } from '../parts/Loading.tsx'
import { troubleText } from '../texts.ts'
import { AuditFilter, queryOf } from './AuditFilter.tsx'
import { AUDIT, AUDIT_KINDS, DOERS } from './texts.ts'

/** Characters of the last link that are shown: enough to be written down and compared. */
const LINK_SHOWN = 16

/** The doer; a line may name somebody whose PIN it was although the server's machine gave it. */
const doerText = ({ role, staff }: AuditLine, lang: Lang): string => {
  const machine = DOERS[role]
  if (machine !== undefined || staff === null) return say(machine ?? { id: role, en: role }, lang)
  return fill(say(role === 'supervisor' ? AUDIT.bySupervisor : AUDIT.byStaff, lang), { no: staff })
}

const chainText = (asked: Asked<ChainReport>, lang: Lang): string => {
  if (asked.status !== 'done') return troubleText(asked, lang)
  const { value } = asked
  if (value.status === 'damaged') return fill(say(AUDIT.damaged, lang), { n: value.seq })
  const seconds = (value.tookMs / 1000).toFixed(1)
  return fill(say(AUDIT.sound, lang), {
    n: value.events.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB'),
    detik: lang === 'id' ? seconds.replace('.', ',') : seconds,
    akhir: (value.lastLink ?? '–').slice(0, LINK_SHOWN),
  })
}

/** Every rule that was set aside and every change of the office, and whether the journal is whole. */
export function AuditPage({ api, overview, lang }: PageProps) {
  const [typed, setTyped] = useState<Parameters<typeof queryOf>[0]>({})
  const [chain, setChain] = useState<Asked<ChainReport> | 'asked' | null>(null)
  const query = queryOf(typed)
  const loaded = useAsked(() => api.get(`/audit?${query}`, Answer), query)
  const page = loaded.value
  const { before: _, ...filter } = typed

  const verify = async (): Promise<void> => {
    setChain('asked')
    setChain(await api.post('/audit/verify', ChainReport))
  }
  const whenText = ({ at, day }: AuditLine): string => {
    const { date, month, year } = dayParts(day, lang)
    return `${date} ${month.slice(0, 3)} ${year}, ${clockTime(at, overview.zone)}`
  }
  const isWhole = chain !== null && chain !== 'asked' && chain.status === 'done' && chain.value.status === 'sound'
  const about = page === null ? '' : fill(say(page.complete ? AUDIT.about : AUDIT.catchingUp, lang), { n: page.total })

  return (
    <>
      <Head name={say(AUDIT.name, lang)} about={about}>
        <button type="button" class="tombol" disabled={chain === 'asked'} onClick={() => void verify()}>
          <Icon name="kunci" />
          {say(chain === 'asked' ? AUDIT.verifying : AUDIT.verify, lang)}
        </button>
        <Downloads path={`/api/desk/audit/export?${queryOf(filter)}`} lang={lang} of={say(AUDIT.name, lang)} />
      </Head>
      <Notice
        tone={isWhole ? 'tepat' : 'rusak'}
        text={chain === null || chain === 'asked' ? null : chainText(chain, lang)}
      />
      <Card id="saring" head={say(AUDIT.filter, lang)}>
        <AuditFilter lang={lang} onShow={setTyped} />
      </Card>
      <Loading loaded={loaded} lang={lang} />
      {page !== null && (
        <Card id="catatan" head={say(AUDIT.list, lang)}>
          <DataTable
            label={say(AUDIT.list, lang)}
            columns={[AUDIT.time, AUDIT.kind, AUDIT.by, AUDIT.counter, AUDIT.number, AUDIT.what].map((words) => ({
              head: say(words, lang),
            }))}
            rows={page.lines.map((line) => ({
              key: String(line.seq),
              cells: [
                whenText(line),
                say(AUDIT_KINDS[line.kind], lang),
                doerText(line, lang),
                line.counter ?? '',
                <b key="no" class="no">
                  {line.number ?? ''}
                </b>,
                <Happened key="apa" line={line} lang={lang} />,
              ],
            }))}
            empty={say(AUDIT.empty, lang)}
          />
          <div class="halaman">
            {typed.before !== undefined && (
              <button type="button" class="tombol" onClick={() => setTyped(filter)}>
                {say(AUDIT.newest, lang)}
              </button>
            )}
            {page.more !== null && (
              <button type="button" class="tombol" onClick={() => setTyped({ ...filter, before: String(page.more) })}>
                {say(AUDIT.older, lang)}
              </button>
            )}
          </div>
        </Card>
      )}
    </>
  )
}

/** What happened; of a new version of the office's document, each setting that changed. */
function Happened({ line, lang }: { line: AuditLine; lang: Lang }) {
  if (line.changes.length === 0) return <>{say(line.words, lang)}</>
  return (
    <details class="isi-perubahan">
      <summary>
        {say(line.words, lang)}: {fill(say(AUDIT.changes, lang), { n: line.changes.length })}
      </summary>
      <ul>
        {line.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </details>
  )
}
