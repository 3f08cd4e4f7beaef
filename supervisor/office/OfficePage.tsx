import { useEffect } from 'preact/hooks'
import { OfficeDesk } from '../../protocol/desk/office.ts'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { notSavedText } from '../texts.ts'
import { problemWithPlace } from './describe.ts'
import { FormProvider } from './form.tsx'
import './office.css'
import { BlockerList, Review } from './Review.tsx'
import { SetUp } from './SetUp.tsx'
import { TABS } from './tabs.ts'
import { TEXTS } from './texts.ts'
import { type DraftOfPage, useDraft } from './use-draft.ts'
import { whoText } from './who-text.ts'

/** How often the document is read again: another supervisor or an editor may have changed it. */
const AGAIN_MS = 10_000

function FileNotice({ trouble, lang }: { trouble: OfficeDesk['fileTrouble']; lang: Lang }) {
  if (trouble === null) return null
  return (
    <section class="kartu peringatan">
      {trouble.kind === 'broken' ? (
        <>
          <Notice tone="rusak" text={say(TEXTS.fileBroken, lang)} />
          <ul class="perubahan keliru">
            {trouble.problems.map((problem) => (
              <li key={problem.path.join('.') + problem.code}>{problemWithPlace(problem, lang)}</li>
            ))}
          </ul>
          <p class="label">{say(TEXTS.fileOver, lang)}</p>
        </>
      ) : (
        <>
          <Notice tone="lewat" text={say(TEXTS.fileWaiting, lang)} />
          <BlockerList blockers={trouble.blockers} lang={lang} />
        </>
      )}
    </section>
  )
}

function OutcomeNotice({ page, version, lang }: { page: DraftOfPage; version: number; lang: Lang }) {
  const { outcome } = page
  if (outcome === null) return null
  if (outcome.kind === 'trouble') return <Notice tone="rusak" text={notSavedText(outcome.trouble, lang)} />
  if (outcome.kind === 'blocked')
    return (
      <>
        <Notice tone="rusak" text={say(TEXTS.blocked, lang)} />
        <BlockerList blockers={outcome.blockers} lang={lang} />
      </>
    )
  const { kind } = outcome
  if (kind === 'stale')
    return (
      <Notice tone="rusak" text={fill(say(TEXTS.stale, lang), { n: outcome.version })}>
        <button type="button" class="tombol" onClick={page.discard}>
          {fill(say(TEXTS.staleAct, lang), { n: outcome.version })}
        </button>
        <button type="button" class="tombol" onClick={() => void page.save(null, true)}>
          {say(TEXTS.staleOver, lang)}
        </button>
      </Notice>
    )
  return (
    <Notice tone="tepat" text={fill(say(TEXTS.saved, lang), { n: outcome.version })}>
      {outcome.version === version && version > 1 && (
        <button type="button" class="tombol" onClick={() => void page.restore(version - 1)}>
          <Icon name="urung" />
          {say(TEXTS.undo, lang)}
        </button>
      )}
    </Notice>
  )
}

function SaveBar({ page, lang }: { page: DraftOfPage; lang: Lang }) {
  const { draft, preview, busy } = page
  if (draft === null) return null
  const good = preview?.status === 'good'
  const mayNot = good && (preview.changes.length === 0 || preview.consequences.blockers.length > 0)
  return (
    <div class="simpan">
      <span>{say(TEXTS.unsaved, lang)}</span>
      <button type="button" class="tombol" disabled={busy} onClick={page.discard}>
        {say(TEXTS.discard, lang)}
      </button>
      {good && (
        <button type="button" class="tombol" onClick={page.closeReview}>
          {say(TEXTS.back, lang)}
        </button>
      )}
      {good ? (
        <button type="button" class="tombol utama" disabled={busy || mayNot} onClick={() => void page.save()}>
          <Icon name="lengkap" />
          {say(TEXTS.save, lang)}
        </button>
      ) : (
        <button type="button" class="tombol utama" disabled={busy} onClick={() => void page.review()}>
          {say(TEXTS.review, lang)}
        </button>
      )}
    </div>
  )
}

/** The page "Kantor": one part per concern at the left, one draft for all of them, reviewed before it is saved. */
export function OfficePage(props: PageProps) {
  const { api, lang, part, go, holdUnsaved, refresh } = props
  const loaded = useAsked(() => api.get('/office', OfficeDesk), 'office', AGAIN_MS)
  const desk = loaded.value
  const page = useDraft(api, desk, loaded.again)
  const isDirty = page.draft !== null
  useEffect(() => holdUnsaved(isDirty), [isDirty, part])
  useEffect(() => refresh(), [desk?.version.no])
  const tab = TABS.find(({ slug }) => slug === part) ?? TABS[0]
  if (desk === null || page.office === null || tab === undefined)
    return (
      <>
        <Head name={say(TEXTS.page, lang)} about="" />
        <Loading loaded={loaded} lang={lang} />
      </>
    )
  const { version } = desk
  const form = { office: page.office, problems: page.problems, lang, change: page.change }
  if (part === 'setup')
    return (
      <FormProvider value={form}>
        <SetUp {...props} desk={desk} page={page} />
      </FormProvider>
    )
  const open = (slug: string) => {
    // The draft goes along from part to part: nothing is left behind.
    holdUnsaved(false)
    go(`/supervisor/office/${slug}`)
  }
  return (
    <>
      <Head
        name={say(TEXTS.page, lang)}
        about={fill(say(TEXTS.version, lang), { n: version.no, siapa: whoText(version, lang) })}
      />
      <FileNotice trouble={desk.fileTrouble} lang={lang} />
      <OutcomeNotice page={page} version={version.no} lang={lang} />
      <div class="kantor-dua">
        <nav class="bagian" aria-label={say(TEXTS.tabs, lang)}>
          {TABS.map(({ slug, name }) => (
            <a
              key={slug}
              href={`/supervisor/office/${slug}`}
              aria-current={slug === tab.slug ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                open(slug)
              }}
            >
              {say(name, lang)}
            </a>
          ))}
        </nav>
        <div class="kolom">
          {page.preview !== null && <Review preview={page.preview} zone={desk.office.zone} lang={lang} />}
          <FormProvider value={form}>
            <div class="kolom formulir-kantor" hidden={page.preview?.status === 'good'}>
              <tab.Body {...props} desk={desk} page={page} />
            </div>
          </FormProvider>
          <SaveBar page={page} lang={lang} />
        </div>
      </div>
    </>
  )
}
