import { useState } from 'preact/hooks'
import { PLACES, PRINTER_STATES } from '../../ui/devices/devices-texts.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { ConsoleApi } from '../console-api.ts'
import type { HousePrinter, PrinterSwitch } from '../house.ts'
import { TEXTS, troubleText } from '../texts.ts'
import { Note } from './Frame.tsx'

/** A simulated printer and the two mishaps of a real one: its paper ends, its power goes. */
export function PrinterBox(props: { api: ConsoleApi; lang: Lang; printer: HousePrinter; onChanged: () => void }) {
  const { api, lang, printer, onChanged } = props
  const { place, status } = printer
  const [state, setState] = useState<PrinterSwitch>({
    paper: status === 'no-paper' ? 'out' : 'full',
    power: status !== 'offline',
  })
  const [trouble, setTrouble] = useState<string | null>(null)
  const set = async (wanted: PrinterSwitch) => {
    const asked = await api.setPrinter(place, wanted)
    setTrouble(asked.status === 'done' ? null : troubleText(asked, lang))
    if (asked.status === 'done') setState(wanted)
    onChanged()
  }
  const hasPaper = state.paper === 'full'
  return (
    <fieldset class="pencetak">
      <legend>
        {fill(say(PLACES.printer, lang), { no: place })}: {say(PRINTER_STATES[status], lang)}
      </legend>
      <button type="button" class="tombol" onClick={() => set({ ...state, paper: hasPaper ? 'out' : 'full' })}>
        <Icon name={hasPaper ? 'awas' : 'cetak'} />
        {say(hasPaper ? TEXTS.paperEnd : TEXTS.paperOk, lang)}
      </button>
      <button type="button" class="tombol" onClick={() => set({ ...state, power: !state.power })}>
        <Icon name={state.power ? 'putus' : 'lengkap'} />
        {say(state.power ? TEXTS.powerOff : TEXTS.powerOn, lang)}
      </button>
      {trouble !== null && <Note text={trouble} trouble />}
    </fieldset>
  )
}
