import { Icon } from '../../ui/parts/Icon.tsx'
import type { Face } from '../choose-faces.ts'

/** A state: icon and word. */
export function FaceLine({ face }: { face: Face }) {
  return (
    <span class={`lampu ${face.tone}`}>
      <Icon name={face.icon} />
      {face.words}
    </span>
  )
}
