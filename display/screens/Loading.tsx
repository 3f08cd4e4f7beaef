import { Mark } from '../../ui/parts/Mark.tsx'
import { SHARED } from '../../ui/texts.ts'

/** Before the first view: the mark, unlit, and one sentence. */
export function Loading() {
  return (
    <main class="polos">
      <Mark lit={false} />
      <div role="status">
        <h1>{SHARED.loading.id}</h1>
      </div>
      <p class="en" lang="en">
        {SHARED.loading.en}
      </p>
    </main>
  )
}
