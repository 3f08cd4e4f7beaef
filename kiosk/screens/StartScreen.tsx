import { Icon } from '../../ui/parts/Icon.tsx'
import { otherLang, say } from '../../ui/texts.ts'
import type { ScreenOf } from '../choose-screen.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import { ALWAYS, IDLE } from '../texts.ts'

/** Waiting for a code. Whoever has none that can be read types it. */
export function StartScreen({ screen, kiosk }: { screen: ScreenOf<'start'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(IDLE.startHeadline, lang)
        .split(/(M-Paspor)/)
        .map((piece) => (piece === 'M-Paspor' ? <span class="jam">{piece}</span> : piece))}
      actions={
        <div class="pilih">
          <Button
            primary
            leads
            icon="ketik"
            hint={say(IDLE.typeHint, lang)}
            onPress={() => perform({ type: 'open-keypad' })}
          >
            {say(ALWAYS.typeCode, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub panjang">{say(IDLE.startBody, lang)}</p>
      <p class="sub pendek">{say(IDLE.startBodyShort, lang)}</p>
      <p class="sub lain-bahasa kedua" lang={otherLang(lang)}>
        {say(IDLE.startOther, lang)}
      </p>
      <ScanPicture />
      <Icon name="bawah" class="tunjuk" />
    </Frame>
  )
}
