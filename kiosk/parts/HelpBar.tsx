import { Icon } from '../../ui/parts/Icon.tsx'
import { otherLang, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { SoundLevel } from '../guidance/sound-level.ts'
import type { Mode } from '../local.ts'
import { ALWAYS } from '../texts.ts'

const MODES: readonly { mode: Mode; icon: 'huruf' | 'kontras' | 'rendah' }[] = [
  { mode: 'large', icon: 'huruf' },
  { mode: 'contrast', icon: 'kontras' },
  { mode: 'low', icon: 'rendah' },
]

const SOUND = { off: ALWAYS.sound, on: ALWAYS.soundOn, loud: ALWAYS.soundLoud } as const

type HelpBarProps = {
  kiosk: Kiosk
  modes: readonly Mode[]
  sound: SoundLevel
  online: boolean
  staffCalled: boolean
}

/** The same six helps on every screen. Without a line nobody can be called from here, and the button says so. */
export function HelpBar({ kiosk, modes, sound, online, staffCalled }: HelpBarProps) {
  const { lang, perform } = kiosk
  const other = otherLang(lang)
  return (
    <footer class="kaki">
      <nav aria-label={say(ALWAYS.help, lang)}>
        <button
          type="button"
          class={`tombol panggil ${staffCalled ? 'aktif' : ''} ${online ? '' : 'mati'}`}
          aria-disabled={!online}
          onClick={() => online && perform({ type: 'call-staff' })}
        >
          <Icon name="petugas" />
          <span>
            {say(staffCalled ? ALWAYS.staffPending : ALWAYS.callStaff, lang)}
            {!online && <small>{say(ALWAYS.notConnected, lang)}</small>}
          </span>
        </button>
        <button type="button" class="tombol" lang={other} onClick={() => perform({ type: 'language' })}>
          <b class="sandi" aria-hidden="true">
            {other.toUpperCase()}
          </b>
          <span>{other === 'en' ? 'English' : 'Bahasa Indonesia'}</span>
        </button>
        {MODES.map(({ mode, icon }) => (
          <button
            type="button"
            key={mode}
            class={`tombol ${modes.includes(mode) ? 'aktif' : ''}`}
            aria-pressed={modes.includes(mode)}
            onClick={() => perform({ type: 'mode', mode })}
          >
            <Icon name={icon} />
            <span>{say(ALWAYS[mode], lang)}</span>
          </button>
        ))}
        <button
          type="button"
          class={`tombol ${sound === 'off' ? '' : 'aktif'}`}
          aria-pressed={sound !== 'off'}
          onClick={() => perform({ type: 'sound' })}
        >
          <Icon name={sound === 'off' ? 'bisu' : 'suara'} />
          <span>{say(SOUND[sound], lang)}</span>
        </button>
      </nav>
    </footer>
  )
}
