import type { Answer } from './answers.ts'
import type { Sender } from './roles.ts'
import type { View } from './views.ts'

/**
 * The one way in and out of the office. Sockets, HTTP, printers, scanners, the importer and the tests all use these two.
 */
export type Door = {
  /**
   * Asks the office for something. Takes `unknown` on purpose: nobody walks around the parser. Resolves when the answer
   * is on disk; never rejects for a sender's mistake.
   */
  submit(input: unknown, sender: Sender): Promise<Answer>
  /**
   * Shows `onView` what this sender may see: once at once, then whole again at every change. Returns `stop`.
   */
  watch(sender: Sender, onView: (view: View) => void): () => void
}
