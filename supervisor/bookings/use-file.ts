import { useState } from 'preact/hooks'
import { type AgendaPreview, EnterResult, AgendaPreview as Preview } from '../../protocol/desk/bookings.ts'
import type { AgendaColumns } from '../../protocol/office-rules.ts'
import { Nothing } from '../../ui/desk/ask-server.ts'
import type { Tone } from '../../ui/desk/Notice.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { DeskApi } from '../desk-api.ts'
import { notSavedText } from '../texts.ts'
import { BOOKINGS } from './texts.ts'

/** What was said of the last act. */
export type Said = { tone: Tone; text: string }

/**
 * A file on its way in: read by the office, asked about where its headings are not known, shown, and entered when it is told
 * to. The file itself stays in the browser so that it can be read again.
 */
export const useFile = (api: DeskApi, lang: Lang, onEntered: () => void) => {
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<AgendaPreview | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)

  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const read = async (next: File): Promise<void> => {
    setFile(next)
    setSaid(null)
    const asked = await api.send('/bookings/preview', Preview, next, 'application/octet-stream')
    setPreview(asked.status === 'done' ? asked.value : null)
    if (asked.status !== 'done') setSaid({ tone: 'rusak', text: notSavedText(asked, lang) })
  }
  const sayColumns = async (columns: AgendaColumns): Promise<void> => {
    const asked = await api.post('/bookings/columns', Nothing, columns)
    if (asked.status !== 'done') setSaid({ tone: 'rusak', text: notSavedText(asked, lang) })
    else if (file !== null) await read(file)
  }
  const enter = async (id: string, acceptGoodRows: boolean): Promise<void> => {
    const asked = await api.post('/bookings/enter', EnterResult, { id, acceptGoodRows })
    if (asked.status !== 'done') return setSaid({ tone: 'rusak', text: notSavedText(asked, lang) })
    const { value } = asked
    if (value.status === 'overtaken') {
      setPreview(value.preview)
      return setSaid({ tone: 'lewat', text: say(BOOKINGS.overtaken, lang) })
    }
    setPreview(null)
    if (value.status === 'gone') return setSaid({ tone: 'lewat', text: say(BOOKINGS.gone, lang) })
    const { status, added, changed, unchanged, bad } = value.report
    if (status === 'entered') {
      const counts = { baru: added, ubah: changed, tetap: unchanged }
      setSaid({ tone: 'tepat', text: fill(say(BOOKINGS.entered, lang), counts) })
      onEntered()
    } else setSaid({ tone: 'rusak', text: fill(say(BOOKINGS.notEntered, lang), { alasan: bad.at(-1)?.reason ?? '' }) })
  }
  return {
    preview,
    busy,
    said,
    read: (next: File) => during(() => read(next)),
    sayColumns: (columns: AgendaColumns) => during(() => sayColumns(columns)),
    enter: (id: string, acceptGoodRows: boolean) => during(() => enter(id, acceptGoodRows)),
    drop() {
      setPreview(null)
      setFile(null)
      setSaid(null)
    },
  }
}
