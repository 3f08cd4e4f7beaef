import { z } from 'zod'
import { type Mirror, readFileIfThere } from '../../config/document.ts'
import { type DeliveryStore, Position } from './delivery-store.ts'

/** How long a place that moved on may wait to be shared, ms: a new leader tells at most so much once more. */
const SHARE_MS = 500

const Places = z.record(z.string(), Position)

/**
 * Keeps the places of the receivers where the servers of an office share them, beside the store of this machine: the leader after this
 * one goes on there. `file` has what was shared last; nothing is shared before a place moves.
 */
export const sharePlaces = async (options: {
  store: DeliveryStore
  file: string
  mirror: Mirror
  onFault: (fault: unknown) => void
}): Promise<DeliveryStore & { settle(): Promise<void> }> => {
  const { store, file, mirror, onFault } = options
  const text = await readFileIfThere(file)
  const places = new Map(Object.entries(Places.parse(JSON.parse(text ?? '{}'))))
  for (const [hook, place] of places) if ((store.position(hook)?.seq ?? -1) < place.seq) store.setPosition(hook, place)
  let timer: ReturnType<typeof setTimeout> | undefined
  let sharing: Promise<void> = Promise.resolve()
  const share = (): void => {
    timer = undefined
    sharing = sharing.then(() => mirror(file, JSON.stringify(Object.fromEntries(places)))).catch(onFault)
  }
  const later = (): void => {
    timer ??= setTimeout(share, SHARE_MS)
  }
  return {
    ...store,
    setPosition(hook, place) {
      store.setPosition(hook, place)
      places.set(hook, place)
      later()
    },
    remove(hook) {
      store.remove(hook)
      if (places.delete(hook)) later()
    },
    async settle() {
      if (timer !== undefined) {
        clearTimeout(timer)
        share()
      }
      await sharing
    },
  }
}
