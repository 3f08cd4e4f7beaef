import type { Window } from '../../protocol/ids.ts'
import type { FloorQueue } from '../../protocol/supervisor-view.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { fill, say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import type { PartProps } from './part-props.ts'
import { FLOOR } from './texts.ts'

const sumOf = (queues: readonly FloorQueue[]): number => queues.reduce((sum, { waiting }) => sum + waiting, 0)

const keyOf = (window: Window | null): string => (window === null ? '' : `${window.startAt}`)

/** Who waits: per stage and lane, and per window, with the longest wait since their time. */
export function Queues({ view, now, lang }: PartProps) {
  const { queues, lanes, stages } = view
  const longest = (some: readonly FloorQueue[]): string => {
    const since = Math.min(...some.map(({ longestSinceAt }) => longestSinceAt))
    return some.length === 0
      ? ''
      : fill(say(FLOOR.minutes, lang), { n: Math.max(0, Math.floor((now - since) / 60_000)) })
  }
  const heldOf = (some: readonly FloorQueue[]): string => {
    const held = some.reduce((sum, queue) => sum + queue.held, 0)
    return held === 0 ? '' : fill(say(FLOOR.held, lang), { n: held })
  }
  const laneCells = (some: readonly FloorQueue[]) =>
    lanes.map(({ letter }) => sumOf(some.filter((queue) => queue.letter === letter)) || '')
  const columns = (first: string) => [
    { head: first },
    ...lanes.map((lane) => ({ head: <LaneBadge lane={lane} />, figure: true })),
    { head: say(FLOOR.sum, lang), figure: true },
    { head: '', figure: true },
    { head: say(FLOOR.longestHead, lang), figure: true },
  ]
  const row = (key: string, name: string, some: readonly FloorQueue[]) => ({
    key,
    cells: [name, ...laneCells(some), <b key="sum">{sumOf(some)}</b>, heldOf(some), longest(some)],
  })
  const windows = [...new Map(queues.map(({ window }) => [keyOf(window), window])).values()].sort(
    (a, b) => (a?.startAt ?? Number.MAX_SAFE_INTEGER) - (b?.startAt ?? Number.MAX_SAFE_INTEGER),
  )
  return (
    <>
      <Card id="queues" head={say(FLOOR.queues, lang)} aside={say(FLOOR.longest, lang)}>
        <DataTable
          label={say(FLOOR.queues, lang)}
          columns={columns(say(FLOOR.stage, lang))}
          rows={stages.map(({ id, name }) =>
            row(
              id,
              say(name, lang),
              queues.filter(({ stage }) => stage === id),
            ),
          )}
          empty=""
        />
      </Card>
      <Card id="windows" head={say(FLOOR.byWindow, lang)} aside={say(FLOOR.longest, lang)}>
        <DataTable
          label={say(FLOOR.byWindow, lang)}
          columns={columns(say(FLOOR.window, lang))}
          rows={windows.map((window) =>
            row(
              keyOf(window),
              window === null ? say(FLOOR.noWindow, lang) : windowText(window, view.office.zone),
              queues.filter((queue) => keyOf(queue.window) === keyOf(window)),
            ),
          )}
          empty={say(FLOOR.nobody, lang)}
        />
      </Card>
    </>
  )
}
