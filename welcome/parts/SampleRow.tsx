import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { QrPicture } from '../../ui/parts/QrPicture.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { dayText, windowText } from '../../ui/time.ts'
import type { Sample } from '../house.ts'
import { VERDICTS } from '../texts.ts'

type Props = { sample: Sample; lang: Lang; zone: string; children: ComponentChildren }

/** One sample booking: its picture for a real scanner, its code for a keypad, and what a kiosk will say to it. */
export function SampleRow({ sample, lang, zone, children }: Props) {
  const { icon, tone, words } = VERDICTS[sample.verdict]
  return (
    <li class="contoh-satu">
      <QrPicture text={sample.code} label={`QR ${sample.code}`} />
      <div>
        <p class={`status ${tone}`}>
          <Icon name={icon} />
          {say(words, lang)}
        </p>
        <p class="kode-teks">{sample.code}</p>
        <p class="label">{say(sample.service, lang)}</p>
        {sample.window !== null && (
          <p class="label">
            <span class="jam">{windowText(sample.window, zone)}</span> · {dayText(sample.day, lang)}
          </p>
        )}
      </div>
      {children}
    </li>
  )
}
