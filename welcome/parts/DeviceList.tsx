import { CARE_LOOKS } from '../../ui/devices/choose-device-lines.ts'
import { PLACES, PRINTER_STATES } from '../../ui/devices/devices-texts.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { House } from '../house.ts'
import { SOUND_STATES, TEXTS } from '../texts.ts'

/** Every printer and scanner of the house and how it is, and the displays that nobody can hear: what somebody looks at in the morning. */
export function DeviceList({ house, lang }: { house: House; lang: Lang }) {
  const devices = [
    ...house.printers.map(({ place, status }) => ({ name: PLACES.printer, no: place, status })),
    ...house.scanners.map(({ kiosk, status }) => ({ name: TEXTS.scanner, no: kiosk, status })),
  ]
  return (
    <ul class="perangkat" aria-label={say(TEXTS.devices, lang)}>
      {devices.map(({ name, no, status }) => {
        const isWell = status === 'ready' || status === 'hot'
        const { icon, tone } = CARE_LOOKS[isWell ? 'none' : status === 'paper-low' ? 'soon' : 'now']
        return (
          <li key={`${name.id} ${no}`} class={`status ${tone}`}>
            <Icon name={icon} />
            {fill(say(name, lang), { no })}: {say(PRINTER_STATES[status], lang)}
          </li>
        )
      })}
      {house.mute.map(({ place, status }) => (
        <li key={`display ${place}`} class={`status suara ${status === 'off' ? 'nanti' : 'rusak'}`}>
          <Icon name="bisu" />
          {fill(say(PLACES.display, lang), { no: place })}: {say(SOUND_STATES[status], lang)}
        </li>
      ))}
    </ul>
  )
}
