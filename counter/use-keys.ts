import { useEffect, useRef } from 'preact/hooks'
import { type Action, KEYS } from './action.ts'

const isKey = (key: string): boolean => KEYS.some((known) => known === key)

/**
 * Presses the button whose key was struck. The keys of the counter never reach the browser (F1 would open its help, F3
 * its search), and a key that is held down counts once.
 */
export const useKeys = (actions: readonly Action[], press: (action: Action) => void): void => {
  const current = useRef({ actions, press })
  current.current = { actions, press }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isKey(event.key)) return
      event.preventDefault()
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      const action = current.current.actions.find(({ key }) => key === event.key)
      if (action !== undefined) current.current.press(action)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
