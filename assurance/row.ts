/** When a row must be true: before the first office, before wide use, or when there is time. */
export type Priority = 'P0' | 'P1' | 'P2'

/** One promise about durability, messages, network, devices, privacy or time, small enough that a test can break it. */
export type Row = {
  /** As tests name it in their `tags`, unique. */
  id: string
  priority: Priority
  /** What is promised, in one sentence. */
  says: string
  /** Where a plain Linux machine cannot show all of it: why, and what a person does by hand. */
  drill?: { why: string; steps: readonly string[] }
}

/** Rows of one priority, written as id and sentence. */
export const rows = (priority: Priority, promises: Readonly<Record<string, string>>): Row[] =>
  Object.entries(promises).map(([id, says]) => ({ id, priority, says }))
