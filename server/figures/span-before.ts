import type { Span } from '../../protocol/desk/figures.ts'
import { dayAfter, daysFromTo } from '../rules/civil.ts'

/** The span of equal length just before one. */
export const spanBefore = ({ from, until }: Span): Span => ({
  from: dayAfter(from, -daysFromTo(from, until)),
  until: dayAfter(from, -1),
})
