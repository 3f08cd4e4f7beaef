import { Mark } from '../../ui/parts/Mark.tsx'

/** A page without a view: before the first one (`loading`) and on a device the server does not know (`not-paired`). */
export function Plain({ headline, body, path }: { headline: string; body?: string; path?: string }) {
  return (
    <main class="polos">
      <Mark lit />
      <div role="status">
        <h1>{headline}</h1>
      </div>
      {body !== undefined && <p>{body}</p>}
      {path !== undefined && <p class="label">{path}</p>}
    </main>
  )
}
