import type { DevicesView, PrinterFace } from '../../protocol/devices-view.ts'
import { Icon } from '../parts/Icon.tsx'
import { fill, type Lang, say } from '../texts.ts'
import { CARE_LOOKS, momentText } from './choose-device-lines.ts'
import { DEVICES, DRIVEN, PAPER_ORDER, PAPERS, PLACES, PRINTER_STATES } from './devices-texts.ts'

/** One printer: how it is and since when, what became of today's papers, and its last trouble. */
export function PrinterCard({ printer, view, lang }: { printer: PrinterFace; view: DevicesView; lang: Lang }) {
  const { place, kiosks, model, driven, status, sinceAt, trouble, troublesToday, papers, care } = printer
  const { icon, tone } = CARE_LOOKS[care]
  const since =
    sinceAt === null
      ? say(DEVICES.never, lang)
      : fill(say(DEVICES.since, lang), { jam: momentText(sinceAt, view, lang) })
  const where =
    kiosks.length === 0 ? [say(DEVICES.spare, lang)] : kiosks.map((no) => fill(say(PLACES.kiosk, lang), { no }))
  const last =
    trouble === null
      ? say(DEVICES.noTrouble, lang)
      : fill(say(DEVICES.trouble, lang), {
          apa: say(PRINTER_STATES[trouble.status], lang).toLowerCase(),
          jam: momentText(trouble.at, view, lang),
        })
  return (
    <li class="lembar kartu-pencetak">
      <h3>{fill(say(PLACES.printer, lang), { no: place })}</h3>
      <p class="label">{[...where, model, say(DRIVEN[driven], lang)].join(' · ')}</p>
      <p class={`status ${tone}`}>
        <Icon name={icon} />
        <span>
          {say(PRINTER_STATES[status], lang)}, {since}
        </span>
      </p>
      <dl class="kertas-hari-ini" aria-label={say(DEVICES.papers, lang)}>
        {PAPER_ORDER.map((state) => (
          <div key={state}>
            <dt>{say(PAPERS[state], lang)}</dt>
            <dd>{papers[state]}</dd>
          </div>
        ))}
      </dl>
      <p class="label">
        {last}
        {troublesToday > 0 && ` · ${fill(say(DEVICES.troubles, lang), { n: troublesToday })}`}
      </p>
    </li>
  )
}
