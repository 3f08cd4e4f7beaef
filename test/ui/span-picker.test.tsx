// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Span } from '../../protocol/desk/figures.ts'
import { SpanPicker } from '../../ui/figures/SpanPicker.tsx'

afterEach(cleanup)

const SPAN: Span = { from: '2026-11-04', until: '2026-11-24' }

const openPicker = () => {
  const chosen: Span[] = []
  const picker = (span: Span, today: string) => (
    <SpanPicker kind="any" span={span} today={today} lang="id" onChoose={(_, next) => void chosen.push(next)} />
  )
  const { rerender } = render(picker(SPAN, '2026-11-24'))
  const from = screen.getByLabelText<HTMLInputElement>('Dari')
  return { from, chosen, showAnew: (span: Span, today: string) => rerender(picker(span, today)) }
}

test('a day that is being typed stays when the page is shown anew, and so does one that is none, with a sentence', () => {
  const { from, chosen, showAnew } = openPicker()
  expect(from.value).toBe('04/11/2026')
  fireEvent.input(from, { target: { value: '31/2/20' } })
  showAnew(SPAN, '2026-11-25')
  expect(from.value).toBe('31/2/20')
  fireEvent.change(from, { target: { value: '31/2/2026' } })
  expect(screen.getByRole('status').textContent).toContain('24/11/2026')
  expect(chosen).toEqual([])
})

test('a day that is typed is chosen and written as people write it', () => {
  const { from, chosen, showAnew } = openPicker()
  fireEvent.input(from, { target: { value: '1.1.2026' } })
  fireEvent.change(from)
  expect(chosen).toEqual([{ from: '2026-01-01', until: '2026-11-24' }])
  showAnew({ ...SPAN, from: '2026-01-01' }, '2026-11-24')
  expect(from.value).toBe('01/01/2026')
  expect(screen.getByRole('status').textContent).toBe('')
})
