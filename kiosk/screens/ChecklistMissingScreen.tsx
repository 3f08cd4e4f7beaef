import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Originals } from '../parts/Originals.tsx'
import type { ScreenOf } from '../screen.ts'
import { ASK } from '../texts.ts'

/** An original is missing: the number may be had all the same. */
export function ChecklistMissingScreen({ screen, kiosk }: { screen: ScreenOf<'checklist-missing'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'tiket', tone: 'tepat' }}
      headline={say(ASK.missing, lang)}
      actions={
        <div class="dua">
          <Button icon="jam" onPress={() => perform({ type: 'put-off' })}>
            {say(ASK.later, lang)}
          </Button>
          <Button primary onPress={() => perform({ type: 'take-checked', incomplete: true })}>
            {say(ASK.take, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub">{say(ASK.missingBody, lang)}</p>
      <Originals documents={screen.documents} lang={lang} small />
    </Frame>
  )
}
