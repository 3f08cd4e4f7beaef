import { useState } from 'preact/hooks'
import type { Opening, Weekday } from '../../../protocol/hours.ts'
import { ClockTime } from '../../../protocol/ids.ts'
import { Card } from '../../../ui/desk/Card.tsx'
import { Notice } from '../../../ui/desk/Notice.tsx'
import { fill, say } from '../../../ui/texts.ts'
import { notSavedText } from '../../texts.ts'
import { DateField, WordsField } from '../fields.tsx'
import { type FieldPath, useForm, valueAt, withValueAt } from '../form.tsx'
import { FORM } from '../form-texts.ts'
import { ListField } from '../ListField.tsx'
import { LABELS } from '../labels.ts'
import type { TabProps } from '../tab-props.ts'
import { DayHours, FRESH_DAY } from './DayHours.tsx'

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The hours of the open day: an exceptional day, a season, then the week (domain section 6). */
const openingOf = (hours: NonNullable<TabProps['desk']['office']['hours']>, day: string): Opening | null => {
  const exception = hours.days.find((one) => one.day === day)
  if (exception !== undefined) return exception.opening
  const weekday = DAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'
  return (hours.seasons.find(({ from, until }) => from <= day && day <= until)?.week ?? hours.week)[weekday]
}

function CloseToday({ desk, overview, api, lang }: TabProps) {
  const [clock, setClock] = useState('')
  const [said, setSaid] = useState<{ tone: 'tepat' | 'rusak'; text: string } | null>(null)
  const { day } = overview
  const { hours } = desk.office
  if (day === null) return null
  const close = async (): Promise<void> => {
    const opening = (hours === null ? null : openingOf(hours, day)) ?? FRESH_DAY
    if (!ClockTime.safeParse(clock).success || clock <= opening.open)
      return setSaid({ tone: 'rusak', text: say(FORM.clockWrong, lang) })
    if (!confirm(fill(say(FORM.closeConfirm, lang), { jam: clock }))) return
    // What lies behind the new end falls away; what reaches over it is cut there.
    const cut = <T extends { from: string; until: string }>(all: readonly T[]): T[] =>
      all.flatMap((one) => (one.from >= clock ? [] : [{ ...one, until: one.until < clock ? one.until : clock }]))
    const asked = await api.ask({
      type: 'SetHours',
      day,
      opening: {
        ...opening,
        close: clock,
        breaks: cut(opening.breaks),
        windows: cut(opening.windows),
        numbers: opening.numbers === null ? null : (cut([opening.numbers])[0] ?? null),
      },
    })
    setSaid(
      asked.status === 'done'
        ? { tone: 'tepat', text: fill(say(FORM.closeDone, lang), { jam: clock }) }
        : { tone: 'rusak', text: notSavedText(asked, lang) },
    )
  }
  return (
    <Card id="k-tutup" head={say(FORM.closeTodayHead, lang)}>
      <p class="label">{say(FORM.closeTodayAbout, lang)}</p>
      <div class="baris-isian">
        <label for="tutup-pukul">{say(FORM.closeAt, lang)}</label>
        <input
          id="tutup-pukul"
          class="jam"
          maxLength={5}
          placeholder="14.00"
          autocomplete="off"
          value={clock}
          onInput={(event) => setClock(event.currentTarget.value.replace(':', '.'))}
        />
        <button type="button" class="tombol" onClick={() => void close()}>
          {say(FORM.closeNow, lang)}
        </button>
      </div>
      <Notice tone={said?.tone ?? 'tepat'} text={said?.text ?? null} />
    </Card>
  )
}

function WeekFields({ at }: { at: FieldPath }) {
  const { office, lang, change } = useForm()
  const nameOf = (day: Weekday) => say(LABELS[`hours.week.${day}`] ?? { id: day, en: day }, lang)
  const copy = (from: Weekday): void => {
    const week = valueAt(office, at)
    if (typeof week !== 'object' || week === null) return
    const hours: unknown = Reflect.get(week, from)
    change(
      DAYS.filter((day) => day !== from && Reflect.get(week, day) !== null).reduce(
        (next, day) => withValueAt(next, [...at, day], structuredClone(hours)),
        office,
      ),
    )
  }
  return (
    <div class="pekan">
      {DAYS.map((day) => (
        <fieldset key={day}>
          <legend>{nameOf(day)}</legend>
          <DayHours at={[...at, day]} />
          {valueAt(office, [...at, day]) !== null && (
            <button type="button" class="tombol" onClick={() => copy(day)}>
              {fill(say(FORM.copyDay, lang), { hari: nameOf(day) })}
            </button>
          )}
        </fieldset>
      ))}
    </div>
  )
}

/** The calendar: closing early today, the week, seasons, holidays and exceptional days. */
export function HoursTab(props: TabProps) {
  const { office, lang, change } = useForm()
  const { hours } = office
  if (hours === null) {
    const week = {
      mon: FRESH_DAY,
      tue: FRESH_DAY,
      wed: FRESH_DAY,
      thu: FRESH_DAY,
      fri: FRESH_DAY,
      sat: null,
      sun: null,
    }
    const fresh = { week, seasons: [], days: [], numbersWhenClosed: false }
    return (
      <Card id="k-pekan" head={say(FORM.weekHead, lang)}>
        <p>{say(FORM.noCalendar, lang)}</p>
        <button type="button" class="tombol" onClick={() => change({ ...office, hours: fresh })}>
          {say(FORM.makeCalendar, lang)}
        </button>
      </Card>
    )
  }
  const blank = { id: '', en: '' }
  return (
    <>
      <CloseToday {...props} />
      <Card id="k-pekan" head={say(FORM.weekHead, lang)}>
        <WeekFields at={['hours', 'week']} />
      </Card>
      <Card id="k-musim" head={say(FORM.seasonsHead, lang)}>
        <p class="label">{say(FORM.seasonAbout, lang)}</p>
        <ListField
          at={['hours', 'seasons']}
          add={say(FORM.addSeason, lang)}
          nameOf={(i) => hours.seasons[i]?.name[lang] ?? ''}
          fresh={() => ({ name: blank, from: '', until: '', week: structuredClone(hours.week) })}
        >
          {(at) => (
            <>
              <div class="formulir rapat">
                <WordsField at={[...at, 'name']} label={say(FORM.day, lang)} />
                <DateField at={[...at, 'from']} />
                <DateField at={[...at, 'until']} />
              </div>
              <details>
                <summary>{say(FORM.weekHead, lang)}</summary>
                <WeekFields at={[...at, 'week']} />
              </details>
            </>
          )}
        </ListField>
      </Card>
      <Card id="k-libur" head={say(FORM.daysHead, lang)}>
        <ListField
          at={['hours', 'days']}
          add={say(FORM.addDay, lang)}
          nameOf={(i) => hours.days[i]?.name[lang] ?? ''}
          fresh={() => ({ day: '', name: blank, opening: null })}
        >
          {(at) => (
            <>
              <div class="formulir rapat">
                <DateField at={[...at, 'day']} />
                <WordsField at={[...at, 'name']} />
              </div>
              <DayHours at={[...at, 'opening']} />
            </>
          )}
        </ListField>
      </Card>
    </>
  )
}
