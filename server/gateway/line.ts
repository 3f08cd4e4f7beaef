import type { Door } from '../../protocol/door.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'

/** One socket that said who it is: its sender now, and what it watches. */
export type Line = {
  /** Reads again who this is. Null when it is nobody any more; watches anew when the staff changed. */
  refresh(): Sender | null
  /** Stops watching. */
  end(): void
}

/**
 * Opens a line for whoever `read` says it is. The sender is read again for every command and at every change of access,
 * so that nothing is done in the name of staff who left or with a pairing that was revoked.
 */
export const openLine = (door: Door, first: Sender, read: () => Sender | null, onView: (view: View) => void): Line => {
  let sender = first
  let stop = door.watch(sender, onView)
  return {
    refresh() {
      const now = read()
      if (now === null) return null
      if (now.staff !== sender.staff) {
        stop()
        sender = now
        stop = door.watch(sender, onView)
      }
      return sender
    },
    end: () => stop(),
  }
}
