import type { ComponentChildren } from 'preact'
import type { TrackerView } from '../../protocol/views.ts'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { STATUS_WORDS } from '../texts.ts'

const LOOKS = {
  waiting: { icon: 'lengkap', tone: 'tepat' },
  held: { icon: 'tahan', tone: 'nanti' },
  called: { icon: 'suara', tone: '' },
  serving: { icon: 'petugas', tone: 'tepat' },
  parked: { icon: 'titip', tone: 'lain' },
  missed: { icon: 'absen', tone: 'lewat' },
  done: { icon: 'centang', tone: 'tepat' },
  ended: { icon: 'tutup', tone: '' },
} as const satisfies Record<TrackerView['status'], { icon: IconName; tone: string }>

/** The ticket itself: lane, state and number, what happens next (`children`), and below the perforation the facts. */
export function TicketSheet(props: {
  view: TrackerView
  lang: Lang
  lit?: boolean
  facts?: ComponentChildren
  children: ComponentChildren
}) {
  const { view, lang, lit = false, facts, children } = props
  const { icon, tone } = LOOKS[view.status]
  return (
    <section class="lembar">
      <div class={lit ? 'at menyala' : 'at'} role="status">
        <p class="br">
          <span>
            <LaneBadge lane={view.lane} />
            {say(view.lane.name, lang)}
          </span>
          <span class={tone}>
            <Icon name={icon} />
            {say(STATUS_WORDS[view.status], lang)}
          </span>
        </p>
        <h1>
          <NumberText number={view.number} class={view.number.length > 4 ? 'panjang' : ''} />
        </h1>
        {children}
      </div>
      {facts != null && facts !== false && (
        <>
          <div class="sobek">
            <i class="gigit l" />
            <i class="gigit r" />
          </div>
          <div class="bw">{facts}</div>
        </>
      )}
    </section>
  )
}

/** Two facts side by side, each under its name. */
export function TwoFacts({ facts }: { facts: readonly { name: string; value: string }[] }) {
  return (
    <dl class="dua">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt class="label">{name}</dt>
          <dd class={/\d\.\d\d/.test(value) ? 'nilai jam' : 'nilai'}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
