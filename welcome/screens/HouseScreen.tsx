import { useEffect, useState } from 'preact/hooks'
import type { DeviceRole, Rank } from '../../protocol/roles.ts'
import { PLACES } from '../../ui/devices/devices-texts.ts'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { calendarDay, clockTime, dayText, windowText } from '../../ui/time.ts'
import type { House, HouseScreen as OneScreen } from '../house.ts'
import { DeviceList } from '../parts/DeviceList.tsx'
import { Bar, Note } from '../parts/Frame.tsx'
import { PinSlip } from '../parts/PinSlip.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS, troubleText } from '../texts.ts'

/** How often the state of the devices is asked for, ms. */
const REFRESH_MS = 5_000

/** Roles that have a page of their own, in the order in which a visitor meets them. */
const SHOWN: { role: DeviceRole; icon: IconName }[] = [
  { role: 'kiosk', icon: 'pindai' },
  { role: 'display', icon: 'suara' },
  { role: 'counter', icon: 'petugas' },
  { role: 'survey', icon: 'lengkap' },
]

/** The windows that were sold beyond capacity, while something can still be done: the next one in full, how many more. */
const loadText = ([next, ...others]: House['loadAlerts'], zone: string, lang: Lang): string => {
  if (next === undefined) return ''
  const { window, booked, load } = next
  const first = fill(say(load === null ? TEXTS.unserved : TEXTS.overSold, lang), {
    jam: windowText(window, zone),
    n: Math.round((load ?? 0) * 100),
    orang: booked,
  })
  return others.length === 0 ? first : `${first} ${fill(say(TEXTS.othersToo, lang), { n: others.length })}`
}

const clockText = ({ machineAt, officeAt }: NonNullable<House['clock']>, zone: string, lang: Lang): string => {
  const when = (at: number) => `${dayText(calendarDay(at, zone), lang)} ${clockTime(at, zone)}`
  return fill(say(TEXTS.clockDoubt, lang), { mesin: when(machineAt), kantor: when(officeAt) })
}

/** Every screen of this office, one click away, and the PINs of its staff. */
export function HouseScreen(props: ScreenProps & { house: House; onGo: (path: string) => void }) {
  const { api, lang, onLang, house, onGo, onChanged } = props
  const [trouble, setTrouble] = useState<string | null>(null)
  const [newcomer, setNewcomer] = useState('')
  const [isSupervisor, setSupervisor] = useState(false)
  const [made, setMade] = useState<{ staff: string; pin: string } | null>(null)

  // Printers and scanners change by themselves; a PIN that is shown once must not go with a line that is lost.
  useEffect(() => {
    if (made !== null) return
    const timer = setInterval(onChanged, REFRESH_MS)
    return () => clearInterval(timer)
  }, [made])

  const open = async (screen: OneScreen) => {
    // A browser lets a click open a tab, but not an answer that comes later: so the tab is opened first.
    const tab = window.open('', '_blank')
    const asked = await api.open(screen)
    if (asked.status === 'done') tab?.location.replace(asked.value)
    else tab?.close()
    if (asked.status !== 'done') setTrouble(troubleText(asked, lang))
    else setTrouble(tab === null ? say(TEXTS.popUp, lang) : null)
  }

  const makePin = async (staff: string, rank?: Rank) => {
    const asked = await api.makePin(staff, rank)
    setTrouble(asked.status === 'done' ? null : troubleText(asked, lang))
    if (asked.status !== 'done') return
    setMade({ staff, pin: asked.value })
    onChanged()
  }

  const addStaff = (event: SubmitEvent) => {
    event.preventDefault()
    void makePin(newcomer, isSupervisor ? 'supervisor' : 'staff')
    setNewcomer('')
    setSupervisor(false)
  }

  return (
    <div class="halaman">
      <Bar lang={lang} onLang={onLang} house={house} />
      <main class="rumah">
        <section aria-labelledby="screens">
          <h1 id="screens">{say(TEXTS.houseHead, lang)}</h1>
          <p class="sub">{say(TEXTS.houseSub, lang)}</p>
          <Note text={trouble} trouble />
          {house.clock !== null && <Note text={clockText(house.clock, house.zone, lang)} trouble />}
          {house.disk !== null && (
            <Note
              text={fill(say(house.disk.stopped ? TEXTS.diskFull : TEXTS.diskLow, lang), { n: house.disk.freeMb })}
              trouble
            />
          )}
          {house.loadAlerts.length > 0 && <Note text={loadText(house.loadAlerts, house.zone, lang)} trouble />}
          {SHOWN.map(({ role, icon }) => (
            <ul key={role} class="layar-layar">
              {house.screens
                .filter((screen) => screen.role === role)
                .map((screen) => (
                  <li key={screen.place}>
                    <button type="button" class="tombol" onClick={() => open(screen)}>
                      <Icon name={icon} />
                      {fill(say(TEXTS.open, lang), { nama: fill(say(PLACES[role], lang), { no: screen.place }) })}
                    </button>
                  </li>
                ))}
            </ul>
          ))}
          <DeviceList house={house} lang={lang} />
          <p class="ke-perangkat">
            <button type="button" class="tombol" onClick={() => onGo('/devices')}>
              <Icon name="cetak" />
              {say(TEXTS.toDevices, lang)}
            </button>
            {house.toSee > 0 && (
              <span class="status lewat">
                <Icon name="awas" />
                {fill(say(TEXTS.toSee, lang), { n: house.toSee })}
              </span>
            )}
          </p>
          {house.example && (
            <div class="catat">
              <p>{say(TEXTS.trySub, lang)}</p>
              <button type="button" class="tombol utama besar" onClick={() => onGo('/try')}>
                {say(TEXTS.toTry, lang)} <Icon name="kanan" />
              </button>
            </div>
          )}
        </section>
        <section class="lembar" aria-labelledby="staff">
          <h2 id="staff">{say(TEXTS.staffHead, lang)}</h2>
          <p class="label">{say(TEXTS.staffSub, lang)}</p>
          {house.staff.length === 0 && <p class="kosong">{say(TEXTS.noStaff, lang)}</p>}
          <ul class="petugas">
            {house.staff.map(({ number, rank }) => (
              <li key={number}>
                <b>{fill(say(rank === 'supervisor' ? TEXTS.supervisorNo : TEXTS.staffNo, lang), { no: number })}</b>
                <button
                  type="button"
                  class="tombol"
                  aria-label={`${say(TEXTS.makePin, lang)}, ${fill(say(TEXTS.staffNo, lang), { no: number })}`}
                  onClick={() => makePin(number)}
                >
                  <Icon name="kunci" />
                  {say(TEXTS.makePin, lang)}
                </button>
              </li>
            ))}
          </ul>
          <form class="tambah" onSubmit={addStaff}>
            <label for="newcomer">{say(TEXTS.newStaff, lang)}</label>
            <input
              id="newcomer"
              inputMode="numeric"
              autoComplete="off"
              required
              pattern="[0-9]{2,6}"
              maxLength={6}
              value={newcomer}
              onInput={({ currentTarget }) => setNewcomer(currentTarget.value)}
            />
            <button type="submit" class="tombol">
              <Icon name="kunci" />
              {say(TEXTS.makePin, lang)}
            </button>
            <label class="centang">
              <input
                type="checkbox"
                checked={isSupervisor}
                onChange={({ currentTarget }) => setSupervisor(currentTarget.checked)}
              />
              {say(TEXTS.newSupervisor, lang)}
            </label>
            <p class="label">{say(TEXTS.newStaffHint, lang)}</p>
          </form>
          <p class="ke-perangkat">
            <a class="tombol" href="/supervisor" target="_blank" rel="noopener">
              <Icon name="petugas" />
              {say(TEXTS.toDesk, lang)}
            </a>
          </p>
        </section>
      </main>
      {made !== null && <PinSlip staff={made.staff} pin={made.pin} lang={lang} onDone={() => setMade(null)} />}
    </div>
  )
}
