import type { DevicesView } from '../../protocol/devices-view.ts'
import { fill, type Lang, say } from '../texts.ts'
import { chooseScannerLine, chooseScreenLine } from './choose-device-lines.ts'
import { DeviceRow } from './DeviceRow.tsx'
import { DEVICES, PLACES, SCREEN_ROLES } from './devices-texts.ts'
import { OpenPapers } from './OpenPapers.tsx'
import { PrinterCard } from './PrinterCard.tsx'

/** Every device of the office as it is: printers, papers that are not confirmed, screens and agents, scanners. */
export function DevicesBody({ view, lang }: { view: DevicesView; lang: Lang }) {
  return (
    <div class="semua-perangkat">
      <section aria-labelledby="printers">
        <h2 id="printers">{say(DEVICES.printers, lang)}</h2>
        <ul class="kartu-kartu">
          {view.printers.map((printer) => (
            <PrinterCard key={printer.place} printer={printer} view={view} lang={lang} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="open-papers">
        <h2 id="open-papers">{say(DEVICES.open, lang)}</h2>
        <OpenPapers view={view} lang={lang} />
      </section>
      <section aria-labelledby="screens">
        <h2 id="screens">{say(DEVICES.screens, lang)}</h2>
        <div class="kolom-perangkat">
          {SCREEN_ROLES.filter((role) => view.screens.some((screen) => screen.role === role)).map((role) => (
            <ul key={role}>
              {view.screens
                .filter((screen) => screen.role === role)
                .map((screen) => (
                  <DeviceRow
                    key={screen.place}
                    name={fill(say(PLACES[role], lang), { no: screen.place })}
                    line={chooseScreenLine(screen, view, lang)}
                  />
                ))}
            </ul>
          ))}
        </div>
      </section>
      {view.scanners.length > 0 && (
        <section aria-labelledby="scanners">
          <h2 id="scanners">{say(DEVICES.scanners, lang)}</h2>
          <ul>
            {view.scanners.map((scanner) => (
              <DeviceRow
                key={scanner.kiosk}
                name={fill(say(DEVICES.scanner, lang), { no: scanner.kiosk })}
                line={chooseScannerLine(scanner, view, lang)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
