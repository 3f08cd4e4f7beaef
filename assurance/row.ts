/** When a row must be true: before the first office, before wide use, or when there is time. */
export type Priority = 'P0' | 'P1' | 'P2'

/** What a person does where a plain Linux machine cannot show a row: why it cannot, and the steps; none where nothing is to do. */
export type Drill = { why: string; steps: readonly string[] }

/** One promise about durability, messages, network, devices, privacy or time, small enough that a test can break it. */
export type Row = {
  /** As tests name it in their `tags`, unique. */
  id: string
  priority: Priority
  /** What is promised, in one sentence. */
  says: string
  drill?: Drill
}

/** Rows of one priority, written as id and sentence. */
export const rows = (priority: Priority, promises: Readonly<Record<string, string>>): Row[] =>
  Object.entries(promises).map(([id, says]) => ({ id, priority, says }))
