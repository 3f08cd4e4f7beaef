// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useNow } from '../../ui/now.ts'

const AT_1030 = Date.parse('2026-11-24T10:30:00+08:00')

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test.each(['1970-01-01', '2015-06-01', '2099-12-31'])(
  'a machine that believes it is %s shows the time of the office, also when its clock is set meanwhile',
  { tags: ['T5'] },
  (belief) => {
    vi.setSystemTime(new Date(belief))
    const view = { at: AT_1030 }
    const { result } = renderHook(() => useNow(view))
    expect(result.current).toBe(AT_1030)
    vi.setSystemTime(new Date('2038-01-19'))
    act(() => void vi.advanceTimersByTime(60_000))
    expect(result.current).toBe(AT_1030 + 60_000)
  },
)
