import { useEffect, useState } from 'preact/hooks'
import { Card } from '../../ui/desk/Card.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { fill, say } from '../../ui/texts.ts'
import { notSavedText } from '../texts.ts'
import { PickField, TextField } from './fields.tsx'
import { useForm } from './form.tsx'
import { FORM } from './form-texts.ts'
import { Pairings } from './Pairings.tsx'
import { BlockerList, Review } from './Review.tsx'
import { StaffList } from './StaffList.tsx'
import { countsOf, finished, helpsAcross, stagesOf, withCounters } from './set-up-office.ts'
import { SET_UP } from './set-up-texts.ts'
import type { TabProps } from './tab-props.ts'
import { HoursTab } from './tabs/HoursTab.tsx'
import { ZONES } from './tabs/NameTab.tsx'
import { TEXTS } from './texts.ts'

/** Where this browser left off; every step before it is saved in the office itself. */
const KEPT = 'antrean-penyiapan'
const STEPS = ['name', 'counters', 'helping', 'hours', 'staff', 'devices', 'summary'] as const
type Step = (typeof STEPS)[number]

const keptStep = (): number => {
  const kept = Number(localStorage.getItem(KEPT) ?? 0)
  return Number.isInteger(kept) && kept >= 0 && kept < STEPS.length ? kept : 0
}

function NameStep() {
  const { lang } = useForm()
  return (
    <Card id="s-nama" head={say(FORM.nameHead, lang)}>
      <div class="formulir">
        <TextField at={['name']} about={say(FORM.nameAbout, lang)} />
        <PickField at={['zone']} options={ZONES} about={say(FORM.zoneAbout, lang)} />
      </div>
    </Card>
  )
}

function CountersStep() {
  const { office, lang, change } = useForm()
  const counts = countsOf(office)
  const stages = stagesOf(office)
  const nameOf = (id: string | undefined) => office.stages.find((one) => one.id === id)?.name[lang] ?? ''
  const number = (key: 'first' | 'second', stage: string | undefined) => (
    <div class="bidang">
      <label for={`s-${key}`}>{fill(say(SET_UP.howMany, lang), { tahap: nameOf(stage) })}</label>
      <select
        id={`s-${key}`}
        value={String(counts[key])}
        onChange={(event) =>
          change(withCounters(office, { ...counts, [key]: Number(event.currentTarget.value) }, helpsAcross(office)))
        }
      >
        {Array.from({ length: 20 }, (_, i) => (
          <option key={i} value={String(i + 1)}>
            {i + 1}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <Card id="s-loket" head={say(SET_UP.counters, lang)}>
      <ul class="perubahan">
        {office.lanes.map(({ letter, name }) => (
          <li key={letter}>
            <b>{letter}</b> {name[lang]}
          </li>
        ))}
      </ul>
      <p class="label">{say(SET_UP.lanesAbout, lang)}</p>
      {stages === null ? (
        <p>{say(SET_UP.oneStage, lang)}</p>
      ) : (
        <div class="formulir dua">
          {number('first', stages[0])}
          {number('second', stages[1])}
        </div>
      )}
    </Card>
  )
}

function HelpingStep() {
  const { office, lang, change } = useForm()
  const set = (helping: boolean) => change(withCounters(office, countsOf(office), helping))
  const isOn = helpsAcross(office)
  return (
    <Card id="s-bantu" head={say(SET_UP.question, lang)}>
      <p>{say(SET_UP.why, lang)}</p>
      <fieldset class="formulir">
        <legend class="label">{say(SET_UP.answer, lang)}</legend>
        {([true, false] as const).map((helping) => (
          <label key={String(helping)} class="centang pilihan-besar">
            <input type="radio" name="bantu" checked={isOn === helping} onChange={() => set(helping)} />
            {say(helping ? SET_UP.helpYes : SET_UP.helpNo, lang)}
          </label>
        ))}
      </fieldset>
    </Card>
  )
}

function Summary(props: TabProps) {
  const { desk, page, lang } = props
  const { office } = desk
  const counts = countsOf(office)
  useEffect(() => void page.review(finished(office)), [desk.version.no])
  const lines: readonly [string, string][] = [
    [say(SET_UP.steps.name, lang), `${office.name}, ${ZONES.find(({ value }) => value === office.zone)?.label ?? ''}`],
    [say(SET_UP.steps.counters, lang), `${counts.first} + ${counts.second}`],
    [say(SET_UP.steps.helping, lang), say(helpsAcross(office) ? TEXTS.yes : TEXTS.no, lang)],
    [say(SET_UP.steps.hours, lang), office.hours === null ? say(TEXTS.none, lang) : say(SET_UP.hoursKept, lang)],
  ]
  return (
    <>
      <Card id="s-ringkas" head={say(SET_UP.steps.summary, lang)}>
        <dl class="ringkasan">
          {lines.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {!office.example && <p>{say(SET_UP.isDone, lang)}</p>}
      </Card>
      {office.example && page.preview !== null && <Review preview={page.preview} zone={office.zone} lang={lang} />}
    </>
  )
}

const bodyOf = (step: Step, props: TabProps) => {
  const { api, desk, lang } = props
  switch (step) {
    case 'name':
      return <NameStep />
    case 'counters':
      return <CountersStep />
    case 'helping':
      return <HelpingStep />
    case 'hours':
      return <HoursTab {...props} />
    case 'staff':
      return <StaffList api={api} lang={lang} />
    case 'devices':
      return <Pairings api={api} office={desk.office} lang={lang} />
    case 'summary':
      return <Summary {...props} />
  }
}

/** The assistant for a new office: a step at a time, each saved when it is left, so that it may be stopped and resumed. */
export function SetUp(props: TabProps) {
  const { desk, page, lang, go, holdUnsaved } = props
  const [at, setAt] = useState(keptStep)
  const step: Step = STEPS[at] ?? 'name'
  const isLast = step === 'summary'
  const show = (next: number): void => {
    localStorage.setItem(KEPT, String(next))
    setAt(next)
  }
  const leave = (): void => {
    localStorage.removeItem(KEPT)
    holdUnsaved(false)
    go('/supervisor/office')
  }
  const next = async (): Promise<void> => {
    if (isLast && !desk.office.example) return leave()
    const wanted = isLast ? finished(desk.office) : (page.draft?.office ?? null)
    if (wanted !== null && !(await page.save(wanted))) return
    if (isLast) leave()
    else show(at + 1)
  }
  const { outcome, problems, busy } = page
  return (
    <>
      <Head name={say(SET_UP.head, lang)} about={say(SET_UP.about, lang)} />
      <div class="kantor-dua">
        <ol class="bagian langkah">
          {STEPS.map((one, i) => (
            <li key={one} aria-current={one === step ? 'step' : undefined}>
              {say(SET_UP.steps[one], lang)}
              {i < at && <span class="label"> {say(SET_UP.stepDone, lang)}</span>}
            </li>
          ))}
        </ol>
        <div class="kolom formulir-kantor">
          {outcome?.kind === 'trouble' && <Notice tone="rusak" text={notSavedText(outcome.trouble, lang)} />}
          {outcome?.kind === 'stale' && (
            <Notice tone="rusak" text={fill(say(TEXTS.stale, lang), { n: outcome.version })} />
          )}
          {outcome?.kind === 'blocked' && (
            <>
              <Notice tone="rusak" text={say(TEXTS.blocked, lang)} />
              <BlockerList blockers={outcome.blockers} lang={lang} />
            </>
          )}
          {problems.length > 0 && <Notice tone="rusak" text={fill(say(TEXTS.wrong, lang), { n: problems.length })} />}
          {bodyOf(step, props)}
          <div class="simpan">
            <button
              type="button"
              class="tombol"
              disabled={at === 0}
              onClick={() => {
                page.discard()
                show(at - 1)
              }}
            >
              {say(SET_UP.back, lang)}
            </button>
            <button type="button" class="tombol" onClick={() => go('/supervisor/office')}>
              {say(SET_UP.later, lang)}
            </button>
            <button type="button" class="tombol utama" disabled={busy} onClick={() => void next()}>
              {say(isLast ? SET_UP.finish : SET_UP.next, lang)}
            </button>
          </div>
        </div>
      </div>
    </>
  )
}
