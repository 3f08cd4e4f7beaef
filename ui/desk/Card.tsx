import type { ComponentChildren } from 'preact'

/** One sheet of a page: a heading with a few words at its right end, and what stands under it. `id` names the heading. */
export function Card(props: {
  id: string
  head: string
  aside?: ComponentChildren
  wide?: boolean
  children: ComponentChildren
}) {
  const { id, head, aside, wide = false, children } = props
  return (
    <section class={wide ? 'kartu lebar' : 'kartu'} aria-labelledby={id}>
      <h2 id={id}>
        {head} {aside !== undefined && <small>{aside}</small>}
      </h2>
      {children}
    </section>
  )
}
