import { useRef, useState } from 'preact/hooks'
import { z } from 'zod'
import { Bookings, type NewBooking, NewBookingResult } from '../../protocol/desk/bookings.ts'
import { TicketNumber } from '../../protocol/ids.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { dayText } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { notSavedText } from '../texts.ts'
import { BookingForm } from './BookingForm.tsx'
import { ColumnsCard } from './ColumnsCard.tsx'
import { FilesCard } from './FilesCard.tsx'
import { FindCard } from './FindCard.tsx'
import { PaperForm, type PaperWish } from './PaperForm.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { SourceCard } from './SourceCard.tsx'
import { BOOKINGS } from './texts.ts'
import { type Said, useFile } from './use-file.ts'
import { WindowsCard } from './WindowsCard.tsx'

const REFRESH_MS = 10_000
const CheckedIn = z.object({ result: z.object({ verdict: z.string(), number: TicketNumber.nullable() }) })

type Panel = { what: 'none' } | { what: 'add' } | { what: 'change'; booking: NewBooking } | { what: 'paper' }

/** Bookings: how full the days are, lists that come in, one booking by hand, one found, and visits kept on paper. */
export function BookingsPage({ api, overview, lang, holdUnsaved }: PageProps) {
  const { zone } = overview
  const loaded = useAsked(() => api.get('/bookings', Bookings), 'bookings', REFRESH_MS)
  const bookings = loaded.value
  const again = () => void loaded.again()
  const file = useFile(api, lang, again)
  const [panel, setPanel] = useState<Panel>({ what: 'none' })
  const [said, setSaid] = useState<Said | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const chooser = useRef<HTMLInputElement>(null)

  const show = (next: Panel): void => {
    setPanel(next)
    setTrouble(null)
    holdUnsaved(next.what !== 'none')
    if (next.what !== 'none') setSaid(null)
  }
  const done = (text: string): void => {
    show({ what: 'none' })
    setSaid({ tone: 'tepat', text })
    again()
  }
  const add = async (booking: NewBooking): Promise<void> => {
    const asked = await api.post('/bookings/add', NewBookingResult, booking)
    if (asked.status !== 'done') return setTrouble(notSavedText(asked, lang))
    const why = { known: BOOKINGS.known, 'no-code': BOOKINGS.noCode, 'billing-code': BOOKINGS.billing }
    if (asked.value.status === 'entered') done(say(BOOKINGS.savedBooking, lang))
    else setTrouble(say(why[asked.value.status], lang))
  }
  const change = async ({ code, ...booking }: NewBooking): Promise<void> => {
    const asked = await api.ask({ type: 'ChangeBooking', scanned: code, ...booking })
    if (asked.status === 'done') done(say(BOOKINGS.savedBooking, lang))
    else setTrouble(notSavedText(asked, lang))
  }
  const enterPaper = async (visit: PaperWish & { commandId: string }): Promise<void> => {
    const asked = await api.post('/commands', CheckedIn, visit)
    if (asked.status !== 'done') return setTrouble(notSavedText(asked, lang))
    const { verdict, number } = asked.value.result
    const words =
      verdict === 'already-in'
        ? BOOKINGS.paperKnown
        : visit.served === null
          ? BOOKINGS.paperWaits
          : BOOKINGS.paperServed
    done(fill(say(words, lang), { nomor: number ?? '' }))
  }

  const today = bookings?.days[0]
  const about =
    today === undefined
      ? ''
      : fill(say(BOOKINGS.about, lang), { hari: dayText(today.day, lang), datang: today.came, janji: today.booked })
  const notice = file.said ?? said
  const { preview } = file
  return (
    <>
      <Head name={say(BOOKINGS.name, lang)} about={about}>
        <button type="button" class="tombol" onClick={() => show({ what: 'paper' })}>
          <Icon name="berkas" />
          {say(BOOKINGS.paper, lang)}
        </button>
        <button type="button" class="tombol" onClick={() => show({ what: 'add' })}>
          <Icon name="kalender" />
          {say(BOOKINGS.add, lang)}
        </button>
        <button type="button" class="tombol utama" disabled={file.busy} onClick={() => chooser.current?.click()}>
          <Icon name="berkasplus" />
          {say(file.busy ? BOOKINGS.reading : BOOKINGS.upload, lang)}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.xlsx"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? []
            if (chosen !== undefined) void file.read(chosen)
            // The same file may be chosen again, after it was mended.
            event.currentTarget.value = ''
          }}
        />
      </Head>
      <Loading loaded={loaded} lang={lang} />
      <Notice tone={notice?.tone ?? 'tepat'} text={notice?.text ?? null} />
      {bookings !== null && (
        <div class="dua-kolom janji">
          <div class="kolom">
            {preview?.status === 'columns' && (
              <ColumnsCard
                columns={preview.columns}
                {...{ lang, busy: file.busy }}
                onSay={(columns) => void file.sayColumns({ ...bookings.columns, ...columns })}
                onDrop={file.drop}
              />
            )}
            {preview?.status === 'read' && (
              <PreviewCard
                {...{ preview, bookings, zone, lang, busy: file.busy }}
                onEnter={(acceptGoodRows) => void file.enter(preview.id, acceptGoodRows)}
                onDrop={file.drop}
              />
            )}
            {panel.what === 'paper' && (
              <Card id="kertas" head={say(BOOKINGS.paper, lang)}>
                <PaperForm
                  {...{ bookings, lang, trouble }}
                  onSave={(visit) => void enterPaper(visit)}
                  onClose={() => show({ what: 'none' })}
                />
              </Card>
            )}
            {(panel.what === 'add' || panel.what === 'change') && (
              <Card id="satu" head={say(panel.what === 'add' ? BOOKINGS.add : BOOKINGS.change, lang)}>
                <BookingForm
                  key={panel.what}
                  {...{ bookings, zone, lang, trouble }}
                  known={panel.what === 'change' ? panel.booking : null}
                  onSave={(booking) => void (panel.what === 'change' ? change(booking) : add(booking))}
                  onClose={() => show({ what: 'none' })}
                />
              </Card>
            )}
            <WindowsCard {...{ bookings, zone, lang }} />
          </div>
          <div class="kolom">
            <FindCard {...{ api, bookings, zone, lang }} onChange={(booking) => show({ what: 'change', booking })} />
            <SourceCard {...{ api, bookings, zone, lang }} onDone={again} />
            <FilesCard {...{ bookings, zone, lang }} />
          </div>
        </div>
      )}
    </>
  )
}
