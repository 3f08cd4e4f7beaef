import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { otherLang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame, type Tone } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, ASK, IDLE } from '../texts.ts'

const OUTAGES = { national: IDLE.outageNational, network: IDLE.outageNetwork, power: IDLE.outagePower }

type Open = ScreenOf<'start'> | ScreenOf<'break'> | ScreenOf<'outage'>

const scanHeadline = ({ lang }: Kiosk): ComponentChildren =>
  say(IDLE.startHeadline, lang)
    .split(/(M-Paspor)/)
    .map((piece) => (piece === 'M-Paspor' ? <span class="jam">{piece}</span> : piece))

/** What is out of the ordinary, above the invitation to scan; null on a plain day. */
const noticeOf = (screen: Open, { lang, zone }: Kiosk) => {
  if (screen.name === 'start') return null
  if (screen.name === 'outage')
    return {
      verdict: { icon: 'awas', tone: 'lewat' as Tone } as const,
      headline: say(OUTAGES[screen.scope], lang),
      body: say(IDLE.outageBody, lang),
    }
  const { resumesAt } = screen
  return {
    verdict: { icon: 'jeda', tone: 'nanti' as Tone } as const,
    headline: say(IDLE.breakHeadline, lang),
    body:
      resumesAt === null ? (
        say(IDLE.breakBodyPlain, lang)
      ) : (
        <Say words={IDLE.breakBody} lang={lang} fills={{ jam: clockTime(resumesAt, zone) }} />
      ),
  }
}

/** Waiting for a code, also in a break and an outage. Whoever has none that can be read types it, or takes a number. */
export function StartScreen({ screen, kiosk }: { screen: Open; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  const notice = noticeOf(screen, kiosk)
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      {...(notice ? { verdict: notice.verdict } : {})}
      headline={notice ? notice.headline : scanHeadline(kiosk)}
      actions={
        <div class={screen.camera && screen.walkIn ? 'pilih pilih-tiga' : 'pilih'}>
          <Button
            primary
            leads
            icon="ketik"
            hint={say(IDLE.typeHint, lang)}
            onPress={() => perform({ type: 'open-keypad' })}
          >
            {say(ALWAYS.typeCode, lang)}
          </Button>
          {screen.camera && (
            <Button
              leads
              icon="kamera"
              hint={say(ASK.cameraHint, lang)}
              onPress={() => perform({ type: 'open-camera' })}
            >
              {say(ASK.useCamera, lang)}
            </Button>
          )}
          {screen.walkIn && (
            <Button
              leads
              icon="tiket"
              hint={say(IDLE.withoutHint, lang)}
              onPress={() => perform({ type: 'open-walk-in' })}
            >
              {say(IDLE.without, lang)}
            </Button>
          )}
        </div>
      }
    >
      {notice && <p class="sub">{notice.body}</p>}
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
