import { fill, type Lang, say } from '../../ui/texts.ts'
import { BOOKINGS } from './texts.ts'

/**
 * People booked against what the counters can do, as on the floor page: a bar, an upright, and what is beyond it hatched and
 * written. `most`: what the whole width stands for.
 */
export function LoadBar(props: { booked: number; capacity: number | null; most: number; lang: Lang; past: boolean }) {
  const { booked, capacity, most, lang, past } = props
  const part = (people: number) => `${(100 * people) / Math.max(1, most)}%`
  const within = capacity === null ? booked : Math.min(booked, capacity)
  const over = booked - within
  return (
    <span class="beban">
      <span class={past ? 'batang lewat' : 'batang'} aria-hidden="true">
        <i class="isi" style={{ width: part(within) }} />
        {over > 0 && <i class="lebih" style={{ width: part(over) }} />}
        {capacity !== null && <i class="tegak" style={{ left: part(capacity) }} />}
      </span>
      {over > 0 && <b>{fill(say(BOOKINGS.over, lang), { n: over })}</b>}
    </span>
  )
}
