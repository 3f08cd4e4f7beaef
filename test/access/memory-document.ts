import type { Document } from '../../config/document.ts'

/** A document without a disk that counts its changes. What is handed out is a copy, as if read from a file. */
export const memoryDocument = <T>(initial: T): Document<T> & { changes: number } => {
  let value = structuredClone(initial)
  return {
    changes: 0,
    read: () => structuredClone(value),
    async change(next) {
      value = next(structuredClone(value))
      this.changes += 1
      return structuredClone(value)
    },
  }
}
