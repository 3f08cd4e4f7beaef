import type { Bookings } from '../../protocol/desk/bookings.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { BOOKINGS } from './texts.ts'

/** The files that the drop folder took last, and what became of them. */
export function FilesCard({ bookings, zone, lang }: { bookings: Bookings; zone: string; lang: Lang }) {
  return (
    <Card id="folder" head={say(BOOKINGS.filesHead, lang)}>
      <DataTable
        label={say(BOOKINGS.filesHead, lang)}
        columns={[{ head: say(BOOKINGS.file, lang) }, { head: say(BOOKINGS.result, lang) }]}
        rows={bookings.files.map(({ name, at, status, good, badLines }) => ({
          key: `${at} ${name}`,
          cells: [
            <span key="n" class="nama-berkas">
              {name} <small>{clockTime(at, zone)}</small>
            </span>,
            <span key="r" class={status === 'entered' ? 'hasil' : 'hasil rusak'}>
              <Icon name={status === 'entered' ? 'lengkap' : 'awas'} />
              {fill(say(status === 'entered' ? BOOKINGS.fileEntered : BOOKINGS.fileAside, lang), { n: good })}
              {badLines > 0 && `, ${badLines} ${say(BOOKINGS.badLines, lang).toLowerCase()}`}
            </span>,
          ],
        }))}
        empty={say(BOOKINGS.filesNone, lang)}
      />
    </Card>
  )
}
