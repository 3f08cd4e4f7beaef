import type { ComponentChildren } from 'preact'

/** The head of a page: its name, a few words, and its actions at the right. */
export function Head({ name, about, children }: { name: string; about: string; children?: ComponentChildren }) {
  return (
    <header class="judul">
      <h1>{name}</h1>
      <p>{about}</p>
      <div class="r">{children}</div>
    </header>
  )
}
