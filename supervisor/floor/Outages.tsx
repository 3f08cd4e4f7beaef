import type { Wish } from '../../protocol/commands.ts'
import { SCOPES } from '../../ui/desk/outage-words.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { PartProps } from './part-props.ts'
import { FLOOR } from './texts.ts'

/** The outage and the announcement that are on now, how to end them, and the outages of today that are over. */
export function Outages(props: PartProps & { busy: boolean; onAsk: (wish: Wish) => Promise<boolean> }) {
  const { view, lang, busy, onAsk, onQuestion } = props
  const { outage, outages, announcement, office } = view
  const clock = (at: number) => clockTime(at, office.zone)
  const affected = (which: number) => (
    <button type="button" class="tombol" onClick={() => onQuestion({ kind: 'affected', which })}>
      <Icon name="berkas" />
      {say(FLOOR.affected, lang)}
    </button>
  )
  return (
    <>
      {outage !== null && (
        <div class="awasan rusak" role="status">
          <Icon name="putus" />
          <p>
            <b>
              {fill(say(FLOOR.outageNow, lang), { apa: say(SCOPES[outage.scope], lang), jam: clock(outage.sinceAt) })}
            </b>
            {say(FLOOR.outageSub, lang)}
          </p>
          <span class="tindakan">
            {affected(outages.length)}
            <button
              type="button"
              class="tombol utama"
              disabled={busy}
              onClick={() => void onAsk({ type: 'EndOutage' })}
            >
              {say(FLOOR.endOutage, lang)}
            </button>
          </span>
        </div>
      )}
      {announcement !== null && (
        <div class="awasan tenang">
          <Icon name="suara" />
          <p>
            <b>{say(announcement.words, lang)}</b>
            {fill(say(FLOOR.announcement, lang), { jam: clock(announcement.at) })}
          </p>
          <button type="button" class="tombol" disabled={busy} onClick={() => void onAsk({ type: 'EndAnnouncement' })}>
            {say(FLOOR.endAnnouncement, lang)}
          </button>
        </div>
      )}
      {outages.length > 0 && (
        <ul class="awasan-lain">
          {outages.map(({ scope, sinceAt, untilAt }, which) => (
            <li key={sinceAt}>
              <Icon name="putus" />
              <p>
                {fill(say(FLOOR.outageLine, lang), {
                  ...{ apa: say(SCOPES[scope], lang), mulai: clock(sinceAt), akhir: clock(untilAt) },
                })}
              </p>
              {affected(which)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
