import { Mark } from '../../ui/parts/Mark.tsx'
import { fill, SHARED } from '../../ui/texts.ts'

/** The server does not know this device. `path`: the address of this page, for whoever pairs it. */
export function NotPaired({ path }: { path: string }) {
  const [, role = '', place = ''] = path.split('/')
  return (
    <main class="polos">
      <Mark lit={false} />
      <div role="status">
        <h1>{SHARED.notPaired.id}</h1>
      </div>
      <p>{fill(SHARED.howToPair.id, { role, place })}</p>
      <p class="en" lang="en">
        {SHARED.notPaired.en}. {fill(SHARED.howToPair.en, { role, place })}
      </p>
      <p class="alamat">{path}</p>
    </main>
  )
}
