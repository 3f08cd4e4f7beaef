import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Key } from './action.ts'
import { readDigit, readKey } from './read-key.ts'

/** What is done at a key of the counter, and at a digit of a number pad; true: the digit is used up. */
export type KeyDeeds = { onKey(key: Key): void; onDigit(digit: number): boolean }

/** A number pad writes in a field, and chooses in a list. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

/**
 * Hears the keys of the counter in `host`. Function keys never reach the browser (F1 would open its help, F3 its search), a
 * key that is held down counts once, and a number pad is left alone while somebody writes.
 */
export const useKeys = (host: Window, deeds: KeyDeeds): void => {
  const current = useRef(deeds)
  current.current = deeds
  // Before it is painted: a button that can be seen has its key.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const key = readKey(event)
      if (key === null || (event.code.startsWith('Numpad') && isWriting(event.target))) return
      event.preventDefault()
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      const digit = readDigit(event)
      if (digit === null || !current.current.onDigit(digit)) current.current.onKey(key)
    }
    host.addEventListener('keydown', hear)
    return () => host.removeEventListener('keydown', hear)
  }, [host])
}
