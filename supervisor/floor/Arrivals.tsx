import { Card } from '../../ui/desk/Card.tsx'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import type { PartProps } from './part-props.ts'
import { FLOOR } from './texts.ts'

/** Who has come today, and how. */
export function Arrivals({ view, lang }: PartProps) {
  const { arrivals, overrides, standing } = view
  const facts: [IconName, string, { id: string; en: string }, number][] = [
    ['lengkap', 'tepat', FLOOR.onTime, arrivals.onTime],
    ['tahan', 'nanti', FLOOR.early, arrivals.early],
    ['mundur', 'lewat', FLOOR.late, arrivals.late],
    ['tiket', '', FLOOR.noWindow, arrivals.walkIn],
    ['absen', '', FLOOR.turnedAway, arrivals.turnedAway],
    ['petugas', '', FLOOR.overrides, overrides],
    ['centang', '', FLOOR.doneToday, standing.done],
  ]
  return (
    <Card
      id="arrivals"
      head={say(FLOOR.arrivals, lang)}
      aside={fill(say(FLOOR.cameOf, lang), { n: arrivals.came, semua: arrivals.booked })}
    >
      <dl class="hitungan">
        {facts.map(([icon, tone, words, count]) => (
          <div key={words.id}>
            <dt class={`status ${tone}`}>
              <Icon name={icon} />
              {say(words, lang)}
            </dt>
            <dd class="no">{count}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
