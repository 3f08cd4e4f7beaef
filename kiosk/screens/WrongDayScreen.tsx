import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { dayBefore, dayParts, windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import type { Booked, ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

const dayName = (day: string, lang: Lang): string => {
  const { weekday, date, month } = dayParts(day, lang)
  return `${weekday}, ${date} ${month}`
}

/** A leaf of the calendar: today's small, the booked one large. */
function Leaf({ kiosk, day, title, booked }: { kiosk: Kiosk; day: string; title: string; booked: Booked | null }) {
  const { weekday, date, month, year } = dayParts(day, kiosk.lang)
  return (
    <div class={booked ? 'daun anda' : 'daun ini'}>
      <p class="judul-daun">{title}</p>
      <p class="tanggal">{date}</p>
      <p class="bulan">{booked ? `${weekday}, ${month} ${year}` : `${weekday}, ${month}`}</p>
      {booked && <p class="pukul jam">{windowText(booked.window, kiosk.zone)}</p>}
    </div>
  )
}

/** What to do next. A day that has passed cannot be come to, so only staff are left. */
function Steps({ kiosk, booked }: { kiosk: Kiosk; booked: Booked }) {
  const { lang, zone, day } = kiosk
  const hari = dayName(booked.day, lang)
  const passed = day !== null && booked.day < day
  const rows: { icon: IconName; words: keyof typeof TURNED; fills?: Record<string, string> }[] = passed
    ? [{ icon: 'petugas', words: 'pastDay', fills: { hari } }]
    : [
        { icon: 'lengkap', words: 'comeOn', fills: { hari, jam: windowText(booked.window, zone) } },
        { icon: 'ponsel', words: 'changeBy', fills: { hari: dayName(dayBefore(booked.day), lang) } },
        { icon: 'petugas', words: 'urgent' },
      ]
  return (
    <ul class="langkah">
      {rows.map(({ icon, words, fills = {} }, i) => (
        <li key={words} class={i > 0 ? 'kedua' : ''}>
          <Icon name={icon} />
          <span>
            <Say words={TURNED[words]} lang={lang} fills={fills} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The booking is for another day: which one, and the ways out. */
export function WrongDayScreen({ screen, kiosk }: { screen: ScreenOf<'wrong-day'>; kiosk: Kiosk }) {
  const { lang, day } = kiosk
  const { booked } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'kalender', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      headline={say(TURNED.wrongDay, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      {booked && (
        <>
          <div class="hari">
            {day && <Leaf kiosk={kiosk} day={day} title={say(TURNED.today, lang)} booked={null} />}
            <Icon name="kanan" />
            <Leaf kiosk={kiosk} day={booked.day} title={say(TURNED.yours, lang)} booked={booked} />
          </div>
          <Steps kiosk={kiosk} booked={booked} />
        </>
      )}
      {!booked && <p class="sub">{say(TURNED.urgent, lang)}</p>}
    </Frame>
  )
}
