const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The buttons that can be reached now, in the order of reading: the screen's, or the question's over it. */
const reachable = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('button')].filter((button) => button.closest('[inert]') === null)

/**
 * Moves the focus by an arrow key, from the last button on to the first; without a focus it starts at the screen's own
 * buttons. Answers whether the key was an arrow.
 */
export const moveFocus = (key: string): boolean => {
  const step = STEPS[key]
  if (step === undefined) return false
  const buttons = reachable()
  const focused = document.activeElement
  const at = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1
  const next = at < 0 ? (step > 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length
  buttons[next]?.focus()
  return true
}
