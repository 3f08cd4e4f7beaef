import { say } from '../../ui/texts.ts'
import { CameraPicture } from '../camera/CameraPicture.tsx'
import { CAMERA } from '../camera/camera-texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, ASK } from '../texts.ts'

/** The camera looks for a code; no picture leaves this machine. Where it cannot, the code is typed. */
export function CameraScreen({ screen, kiosk }: { screen: ScreenOf<'camera'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  const { state } = screen
  const isWell = state === 'opening' || state === 'looking'
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      {...(isWell ? {} : { verdict: { icon: 'kamera', tone: 'rusak' } as const })}
      headline={say(isWell ? ASK.camera : CAMERA[state], lang)}
      actions={
        <div class="dua">
          <Button icon="kiri" onPress={() => perform({ type: 'again' })}>
            {say(ALWAYS.goBack, lang)}
          </Button>
          <Button primary={!isWell} icon="ketik" onPress={() => perform({ type: 'open-keypad' })}>
            {say(ALWAYS.typeCode, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub">{say(isWell ? ASK.cameraBody : CAMERA.otherwise, lang)}</p>
      {isWell && <CameraPicture state={state} kiosk={kiosk} />}
    </Frame>
  )
}
