import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A question over the page: a ticket of its own. Escape and `onClose` leave it; the focus goes back to where it was. */
export function Dialog(props: {
  id: string
  head: string
  wide?: boolean
  onClose: () => void
  children: ComponentChildren
}) {
  const { id, head, wide = false, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class={wide ? 'kartu luas' : 'kartu'} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{head}</h2>
      {children}
    </dialog>
  )
}
