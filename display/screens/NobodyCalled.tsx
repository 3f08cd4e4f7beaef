import { clockTime } from '../../ui/time.ts'
import type { Resting } from '../choose-words.ts'
import { Board, type BoardProps } from '../parts/Board.tsx'

/** No call has a place on the board: before the first one of the day, in a break or an outage, after the close. */
export function NobodyCalled(props: BoardProps & { resting: Resting }) {
  const { headline, body, clock } = props.resting
  const { zone } = props.view.office
  return (
    <Board {...props} lit={false} class="sepi">
      <main class="tengah">
        <section class="jeda">
          <div role="status">
            <h1>{headline.id}</h1>
            <p class="en" lang="en">
              {clock === null ? headline.en : `${headline.en}. ${clock.words.en} ${clockTime(clock.at, zone)}.`}
            </p>
          </div>
          {clock === null ? (
            <div>
              <p class="isi-jeda">{body.id}</p>
              <p class="en" lang="en">
                {body.en}
              </p>
            </div>
          ) : (
            <div class="mulai">
              <p>{clock.words.id}</p>
              <strong class="jam">{clockTime(clock.at, zone)}</strong>
              <p>{body.id}</p>
            </div>
          )}
          <svg class="lubang tegak" aria-hidden="true">
            <line x1="50%" y1="2" x2="50%" y2="100%" />
          </svg>
        </section>
        {props.side}
      </main>
    </Board>
  )
}
