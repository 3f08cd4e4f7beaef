import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Originals } from '../parts/Originals.tsx'
import type { ScreenOf } from '../screen.ts'
import { ASK } from '../texts.ts'

/** The originals, before the number: whoever lacks one learns it now and not at the counter. */
export function ChecklistScreen({ screen, kiosk }: { screen: ScreenOf<'checklist'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(ASK.documents, lang)}
      actions={
        <div class="dua">
          <Button onPress={() => perform({ type: 'documents-missing' })}>{say(ASK.incomplete, lang)}</Button>
          <Button primary icon="centang" onPress={() => perform({ type: 'take-checked', incomplete: false })}>
            {say(ASK.complete, lang)}
          </Button>
        </div>
      }
    >
      <Originals documents={screen.documents} lang={lang} />
    </Frame>
  )
}
