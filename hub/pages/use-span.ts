import { useState } from 'preact/hooks'
import type { Span } from '../../protocol/desk/figures.ts'
import type { Board } from '../../protocol/hub/board.ts'
import { DayStamp } from '../../protocol/ids.ts'
import { isSpan, type SpanKind, spanAround } from '../../ui/figures/span.ts'
import { calendarDay } from '../../ui/time.ts'
import { HUB_ZONE } from '../clock.ts'
import type { PageProps } from '../page.ts'

const KINDS: readonly SpanKind[] = ['day', 'week', 'any', 'month']

/** Today by the directorate's calendar, from the hub's clock. */
export const todayOf = ({ at }: Board): DayStamp => calendarDay(at, HUB_ZONE)

/** The span that an address names and how it was chosen; three weeks up to today where it names none. */
export const spanOf = (query: URLSearchParams, today: DayStamp): { kind: SpanKind; span: Span } => {
  const [from, until] = [DayStamp.safeParse(query.get('from')), DayStamp.safeParse(query.get('until'))]
  const span = from.success && until.success ? { from: from.data, until: until.data } : null
  if (span === null || !isSpan(span)) return { kind: 'any', span: spanAround('any', today) }
  return { kind: KINDS.find((kind) => kind === query.get('kind')) ?? 'any', span }
}

/**
 * Which days a page shows: `picked` is what stands in the picker, also while it is none; `asked` the last one that is a span.
 * Choosing another one changes the address.
 */
export const useSpan = ({ board, query, onQuery }: PageProps) => {
  const today = todayOf(board)
  const { kind, span: asked } = spanOf(query, today)
  const [odd, setOdd] = useState<Span | null>(null)
  const choose = (nextKind: SpanKind, next: Span): void => {
    setOdd(isSpan(next) ? null : next)
    if (isSpan(next)) onQuery({ from: next.from, until: next.until, kind: nextKind })
  }
  return { today, kind: odd === null ? kind : ('any' as const), picked: odd ?? asked, asked, choose }
}
