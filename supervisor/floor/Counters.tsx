import { type FloorCounter, LONG_CASE } from '../../protocol/supervisor-view.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import type { PartProps } from './part-props.ts'
import { COUNTER_STATES, FLOOR } from './texts.ts'

/** The upright of the bar stands at the standard; the bar is full a third beyond it. */
const FULL = 4 / 3

const minutesOf = ({ since }: FloorCounter, now: number): number => (since === null ? 0 : (now - since) / 60_000)

/** A bar against the standard of the stage, with the share in words for those who cannot see it. */
function AgainstStandard({ minutes, standardMin }: { minutes: number; standardMin: number }) {
  const share = Math.min(1, minutes / (standardMin * FULL))
  return (
    <div class={`ukur ${minutes >= standardMin * LONG_CASE ? 'lewat' : ''}`}>
      <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
      <u style={{ left: `${(100 / FULL).toFixed(1)}%` }} />
      <span class="sembunyi">{Math.round((minutes / standardMin) * 100)} %</span>
    </div>
  )
}

/** Every counter with who, what and how long. */
export function Counters({ view, now, lang, onQuestion }: PartProps) {
  const stageName = (id: string) => {
    const stage = view.stages.find((one) => one.id === id)
    return stage === undefined ? id : say(stage.name, lang)
  }
  const stagesOf = ({ stages, helps }: FloorCounter): string =>
    [
      stages.map(stageName).join(', '),
      ...(helps.length > 0 ? [fill(say(FLOOR.helps, lang), { tahap: helps.map(stageName).join(', ') })] : []),
    ].join(' · ')
  const row = (counter: FloorCounter) => {
    const minutes = minutesOf(counter, now)
    const { status, standardMin } = counter
    const isLong = status === 'serving' && standardMin !== null && minutes >= standardMin * LONG_CASE
    const { icon, tone, words } = COUNTER_STATES[isLong ? 'long' : status]
    const time = counter.since === null ? '' : durationText(now - counter.since)
    return {
      key: String(counter.counter),
      cells: [
        <b key="no">{counter.counter}</b>,
        <span key="state" class={`status ${tone}`}>
          <Icon name={icon} />
          {counter.pause === null ? say(words, lang) : `${say(words, lang)}: ${say(counter.pause, lang)}`}
        </span>,
        <span key="number" class="no">
          {counter.number ?? ''}
        </span>,
        counter.stage === null ? stagesOf(counter) : stageName(counter.stage),
        counter.staff ?? '',
        <span key="time" class="jam">
          {time}
        </span>,
        status === 'serving' && standardMin !== null ? (
          <AgainstStandard minutes={minutes} standardMin={standardMin} />
        ) : status === 'closed' ? (
          ''
        ) : (
          <button
            type="button"
            class="tautan"
            aria-label={fill(say(FLOOR.changeHelpsOf, lang), { loket: counter.counter })}
            onClick={() => onQuestion({ kind: 'helps', counter: counter.counter })}
          >
            {say(FLOOR.changeHelps, lang)}
          </button>
        ),
      ],
    }
  }
  const open = view.counters.filter(({ status }) => status !== 'closed').length
  return (
    <Card
      id="counters"
      head={say(FLOOR.counters, lang)}
      aside={fill(say(FLOOR.openOf, lang), { n: open, semua: view.counters.length })}
    >
      <DataTable
        label={say(FLOOR.counters, lang)}
        columns={[FLOOR.counter, FLOOR.state, FLOOR.number, FLOOR.stage, FLOOR.staff, FLOOR.time, FLOOR.standard].map(
          (words) => ({ head: say(words, lang) }),
        )}
        rows={view.counters.map(row)}
        empty=""
      />
    </Card>
  )
}
