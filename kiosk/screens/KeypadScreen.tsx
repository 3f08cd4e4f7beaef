import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { missingOf } from '../keypad.ts'
import { KEYPAD } from '../keypad-texts.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'

const KEYS = [...'1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Cells when the office's codes have one length, with a dash in the middle; otherwise, or past it, one field. */
function CodeField({ code, length, kiosk }: { code: string; length: number | null; kiosk: Kiosk }) {
  if (length === null || code.length > length)
    return (
      <div class="isian satu" role="img" aria-label={fill(say(KEYPAD.field, kiosk.lang), { n: code.length })}>
        <span class="kini">{code}</span>
      </div>
    )
  const halves = length % 2 === 0 ? length / 2 : length
  return (
    <div class="isian" role="img" aria-label={fill(say(KEYPAD.cells, kiosk.lang), { n: code.length, total: length })}>
      {Array.from({ length }, (_, i) => [
        i === halves && <em key="dash" />,
        <span key={i} class={i === code.length ? 'kini' : ''}>
          {code[i] ?? ''}
        </span>,
      ])}
    </div>
  )
}

/** The code in letters and digits; a physical keyboard works too. */
export function KeypadScreen({ screen, kiosk }: { screen: ScreenOf<'keypad'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  const missing = missingOf(screen.code, screen.length)
  const reason = missing === 0 ? null : say(screen.length === null ? KEYPAD.empty : KEYPAD.missing, lang)
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(KEYPAD.headline, lang)}
      actions={
        <>
          <fieldset class="papan" aria-label={say(KEYPAD.keys, lang)}>
            {KEYS.map((key) => (
              <button
                type="button"
                key={key}
                class={`tombol ${key <= '9' ? 'angka' : ''}`}
                onClick={() => perform({ type: 'press', key })}
              >
                {key}
              </button>
            ))}
          </fieldset>
          <div class="tiga-aksi">
            <Button icon="kiri" onPress={() => perform({ type: 'again' })}>
              {say(KEYPAD.back, lang)}
            </Button>
            <Button icon="hapus" onPress={() => perform({ type: 'erase' })}>
              {say(KEYPAD.erase, lang)}
            </Button>
            <Button
              primary
              leads
              reason={reason === null ? null : fill(reason, { n: missing })}
              onPress={() => perform({ type: 'find' })}
            >
              {say(KEYPAD.find, lang)}
            </Button>
          </div>
        </>
      }
    >
      <p class="sub kedua">{say(KEYPAD.body, lang)}</p>
      <CodeField code={screen.code} length={screen.length} kiosk={kiosk} />
      <p class="bantu">
        <span>
          <b>0</b> {say(KEYPAD.zero, lang)}
        </span>
        <span>
          <b>O</b> {say(KEYPAD.letterO, lang)}
        </span>
        <span>
          <b>1</b> {say(KEYPAD.one, lang)}
        </span>
        <span>
          <b>I</b> {say(KEYPAD.letterI, lang)}
        </span>
      </p>
    </Frame>
  )
}
