import type { CounterView } from '../protocol/views.ts'
import { fill, type Lang, say } from '../ui/texts.ts'
import { PRINTERS } from './state-texts.ts'
import { TEXTS } from './texts.ts'

type Printers = CounterView['printers']

/** One line about printers; `quiet`: they still print. */
export type PrinterLine = { words: string; quiet: boolean }

const nameOf = (printers: Printers, lang: Lang): string => {
  const kiosks = printers.flatMap((printer) => printer.kiosks).join(', ')
  const spares = printers.filter((printer) => printer.kiosks.length === 0).map(({ place }) => place)
  return [
    ...(kiosks === '' ? [] : [fill(say(TEXTS.printerOfKiosk, lang), { kios: kiosks })]),
    ...(spares.length === 0 ? [] : [fill(say(TEXTS.printerAlone, lang), { no: spares.join(', ') })]),
  ].join(', ')
}

/** What the printers need, one line for all that need the same, those that have stopped first. */
export const choosePrinterLines = ({ printers }: Pick<CounterView, 'printers'>, lang: Lang): PrinterLine[] =>
  [...new Set(printers.map(({ status }) => status))].map((status) => {
    const name = nameOf(
      printers.filter((printer) => printer.status === status),
      lang,
    )
    return { words: `${name}: ${say(PRINTERS[status], lang)}`, quiet: status === 'paper-low' }
  })
