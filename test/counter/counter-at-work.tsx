import { act, render } from '@testing-library/preact'
import { vi } from 'vitest'
import { chooseScreen, isOffline } from '../../counter/choose-screen.ts'
import { Desk } from '../../counter/Desk.tsx'
import { DOUBLE_PRESS_MS, useAsking } from '../../counter/use-asking.ts'
import { useLock } from '../../counter/use-lock.ts'
import type { CounterView } from '../../protocol/views.ts'
import type { Reply, Speech } from '../../ui/connection.ts'
import { useNow } from '../../ui/now.ts'
import type { Seen } from '../../ui/seen.ts'
import { AT_10_31 } from './sample-views.ts'

/** The answer to a command that has nothing to tell. */
export const TAKEN: Reply = { status: 'taken', result: { kind: 'done' } }

type Said = Parameters<Speech['submit']>[0] | Parameters<Speech['enter']>[0]

/** A line that notes what is said and answers when the test says so. */
const makeLine = () => {
  const said: Said[] = []
  const waiting: ((reply: Reply) => void)[] = []
  const hear = (words: Said): Promise<Reply> => {
    said.push(words)
    return new Promise((resolve) => waiting.push(resolve))
  }
  return {
    said,
    speech: { submit: hear, enter: hear },
    /** The reply, and what follows from it, up to the next thing that waits for a clock. */
    answer: (reply: Reply) =>
      act(async () => {
        waiting.shift()?.(reply)
        await vi.advanceTimersByTimeAsync(0)
      }),
  }
}

const HOSTS = [window]
const nothing = () => undefined

function Counter({ seen, speech }: { seen: Seen<CounterView>; speech: ReturnType<typeof makeLine>['speech'] }) {
  const offline = isOffline(seen)
  const asking = useAsking(speech, offline, 'id')
  const chosen = chooseScreen(seen, AT_10_31)
  const shown = 'view' in chosen ? chosen : null
  // The clock of the page draws it every second.
  useNow(shown?.view ?? null)
  const lockSec = useLock(shown?.view ?? null, HOSTS, asking)
  if (shown === null) return null
  const shared = { now: AT_10_31, offline, asking, lockSec, lang: 'id', host: window, onEnlarge: null } as const
  return <Desk chosen={shown} {...shared} onLang={nothing} onSmallWindow={nothing} />
}

/** Draws a desk over what is seen; needs faked timers. */
export const open = (seen: Seen<CounterView>) => {
  const line = makeLine()
  const drawn = render(<Counter seen={seen} speech={line.speech} />)
  return { ...line, show: (next: Seen<CounterView>) => drawn.rerender(<Counter seen={next} speech={line.speech} />) }
}

/** Lets time pass for the desk, ms. */
export const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
/** Lets the buttons rest as they do after an answer. */
export const rest = () => pass(DOUBLE_PRESS_MS)
