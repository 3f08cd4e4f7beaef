import { Icon } from '../parts/Icon.tsx'
import type { DeviceLine } from './choose-device-lines.ts'

/** A device by its name, and how it is. */
export function DeviceRow({ name, line }: { name: string; line: DeviceLine }) {
  return (
    <li class="baris-perangkat">
      <b>{name}</b>
      <span class={`status ${line.tone}`}>
        <Icon name={line.icon} />
        <span>{line.words}</span>
      </span>
    </li>
  )
}
