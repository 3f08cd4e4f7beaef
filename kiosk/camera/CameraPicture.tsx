import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { CameraState } from './camera-state.ts'
import { CAMERA } from './camera-texts.ts'
import { readCodes } from './read-codes.ts'

/** Drawn twice, light on dark: it must be seen before a white wall and before a black coat. */
const CORNERS = 'M6 50V6h44M150 6h44v44M194 150v44h-44M50 194H6v-44'

/** What the camera sees, as in a mirror, in the frame that a code belongs in. The camera is on as long as this is there. */
export function CameraPicture({ state, kiosk }: { state: CameraState; kiosk: Kiosk }) {
  const video = useRef<HTMLVideoElement>(null)
  const perform = useRef(kiosk.perform)
  perform.current = kiosk.perform
  useEffect(() => {
    if (video.current === null) return
    return readCodes({
      video: video.current,
      onState: (said) => perform.current({ type: 'camera-said', state: said }),
      onCode: (text) => perform.current({ type: 'scanned', text }),
    })
  }, [])
  return (
    <div class="kamera">
      <video ref={video} muted playsInline />
      <svg class="bingkai" viewBox="0 0 200 200" aria-hidden="true">
        <path class="alas" d={CORNERS} />
        <path d={CORNERS} />
      </svg>
      {state === 'opening' && (
        <p class="membuka">
          <Icon name="kamera" />
          {say(CAMERA.opening, kiosk.lang)}
        </p>
      )}
    </div>
  )
}
