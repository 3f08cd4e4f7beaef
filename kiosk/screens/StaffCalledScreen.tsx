import { NumberText } from '../../ui/parts/NumberText.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TICKET, TURNED } from '../texts.ts'

/** Staff were called to this kiosk. What the person was doing waits behind this screen. */
export function StaffCalledScreen({ screen, kiosk }: { screen: ScreenOf<'staff-called'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'petugas', tone: 'tepat' }}
      headline={say(TURNED.staffComing, lang)}
      actions={
        <div class="dua">
          <Button icon="tutup" onPress={() => perform({ type: 'cancel-staff' })}>
            {say(TURNED.cancel, lang)}
          </Button>
          <Button primary onPress={() => perform({ type: screen.behind ? 'leave-staff' : 'done' })}>
            {say(screen.behind ? ALWAYS.goBack : ALWAYS.done, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub">{say(TURNED.staffBody, lang)}</p>
      {screen.number && (
        <div class="ingat">
          <p class="label">{say(TICKET.number, lang)}</p>
          <NumberText number={screen.number} />
        </div>
      )}
    </Frame>
  )
}
