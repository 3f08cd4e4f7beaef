import type { Board } from '../../protocol/hub/board.ts'
import { countText, percentOf, percentText } from '../../ui/figures/numbers.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { BOARD } from './board-texts.ts'
import { chooseSummary, type Summary } from './choose-summary.ts'

const OUTAGES = ['national', 'network', 'power'] as const

/** All offices in six figures. */
export function SummaryStrip(props: { board: Board; lang: Lang; onChoose: (office: string) => void }) {
  const { board, lang, onChoose } = props
  const summary = chooseSummary(board)
  const count = (n: number) => countText(n, lang)
  const { byState, longest, kept, devices } = summary
  const outages = OUTAGES.filter((scope) => summary.outages[scope] > 0)
  const broken = OUTAGES.reduce((sum, scope) => sum + summary.outages[scope], 0)
  const isAll = summary.heard === summary.all
  return (
    <section aria-label={say(BOARD.summary, lang)}>
      <dl class="pokok enam">
        <div class={isAll ? undefined : 'perlu'}>
          <dt>{say(BOARD.heard, lang)}</dt>
          <dd>
            <b>
              {count(summary.heard)}
              <small>&nbsp;{fill(say(BOARD.ofAll, lang), { n: count(summary.all) })}</small>
            </b>
            <span>
              {isAll
                ? say(BOARD.allHeard, lang)
                : fill(say(BOARD.notHeard, lang), { a: count(byState.silent), b: count(byState.new) })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{say(BOARD.waiting, lang)}</dt>
          <dd>
            <b>{count(summary.waiting)}</b>
            <span>{fill(say(BOARD.waitingAt, lang), { n: count(summary.waitingAt), v: count(summary.visits) })}</span>
          </dd>
        </div>
        <div>
          <dt>{say(BOARD.longest, lang)}</dt>
          <dd>
            <b>
              {longest === null ? '–' : count(longest.minutes)}
              {longest !== null && <small>&nbsp;{say(BOARD.minutes, lang)}</small>}
            </b>
            {longest === null ? (
              <span>{say(BOARD.nobody, lang)}</span>
            ) : (
              <button type="button" class="taut" onClick={() => onChoose(longest.office.office)}>
                {longest.office.name}
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>{say(BOARD.kept, lang)}</dt>
          <dd>
            <b>{percentText(percentOf(kept.within, kept.n), lang, 0)}</b>
            <span>
              {kept.n === 0
                ? say(BOARD.keptNone, lang)
                : fill(say(BOARD.keptOf, lang), { n: count(kept.within), semua: count(kept.n) })}
            </span>
          </dd>
        </div>
        <div class={broken > 0 ? 'perlu' : undefined}>
          <dt>{say(BOARD.outages, lang)}</dt>
          <dd>
            <b>{count(broken)}</b>
            <span>{outageText(outages, summary, lang)}</span>
          </dd>
        </div>
        <div class={devices.now > 0 ? 'perlu' : undefined}>
          <dt>{say(BOARD.devices, lang)}</dt>
          <dd>
            <b>{count(devices.now + devices.soon)}</b>
            <span>
              {devices.now === 0
                ? say(BOARD.devicesAt, lang)
                : fill(say(BOARD.devicesNow, lang), { n: count(devices.now) })}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const outageText = (scopes: readonly (typeof OUTAGES)[number][], summary: Summary, lang: Lang): string =>
  scopes.length === 0
    ? say(BOARD.noOutage, lang)
    : scopes.map((scope) => fill(say(BOARD[scope], lang), { n: countText(summary.outages[scope], lang) })).join(', ')
