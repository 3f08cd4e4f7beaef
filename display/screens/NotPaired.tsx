import { Mark } from '../../ui/parts/Mark.tsx'
import { SHARED } from '../../ui/texts.ts'

/** The server does not know this device. `path`: the address of this page, for whoever pairs it. */
export function NotPaired({ path }: { path: string }) {
  return (
    <main class="polos">
      <Mark lit={false} />
      <div role="status">
        <h1>{SHARED.notPaired.id}</h1>
      </div>
      <p>{SHARED.howToPair.id}</p>
      <p class="en" lang="en">
        {SHARED.notPaired.en}. {SHARED.howToPair.en}
      </p>
      <p class="alamat">{path}</p>
    </main>
  )
}
