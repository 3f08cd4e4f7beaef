import type { DevicesView } from '../../protocol/devices-view.ts'
import { Icon } from '../parts/Icon.tsx'
import { fill, type Lang, say } from '../texts.ts'
import { momentText } from './choose-device-lines.ts'
import { DEVICES, PAPERS } from './devices-texts.ts'

/** Every ticket without a confirmed paper, longest owed first. */
export function OpenPapers({ view, lang }: { view: DevicesView; lang: Lang }) {
  const { count, list } = view.openPapers
  if (count === 0)
    return (
      <p class="status tepat">
        <Icon name="lengkap" />
        {say(DEVICES.noneOpen, lang)}
      </p>
    )
  return (
    <>
      <table class="kertas-terbuka">
        <thead>
          <tr>
            <th scope="col">{say(DEVICES.number, lang)}</th>
            <th scope="col">{say(DEVICES.printer, lang)}</th>
            <th scope="col">{say(DEVICES.state, lang)}</th>
            <th scope="col">{say(DEVICES.sinceHead, lang)}</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ number, printer, mark, state, queuedAt }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{printer}</td>
              <td>
                {say(PAPERS[state], lang)}
                {mark === 'reprint' && ` · ${say(PAPERS.reprint, lang)}`}
              </td>
              <td>{momentText(queuedAt, view, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > list.length && <p class="label">{fill(say(DEVICES.more, lang), { n: count - list.length })}</p>}
    </>
  )
}
