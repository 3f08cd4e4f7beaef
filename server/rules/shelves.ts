/**
 * A record that grows all day, on shelves. Persistent: `shelve` leaves the old one as it was and copies one shelf of it, so a day
 * of thousands is folded in the time that its visits take and not in that of their square.
 */
export type Shelves<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/** What stands on a shelf under a key; undefined where nothing does. */
export const shelved = <T>(shelves: Shelves<T>, shelf: string, key: string): T | undefined => shelves[shelf]?.[key]

/** Adds a value, or replaces the one of its key where it stands. A key belongs to one shelf. */
export const shelve = <T>(shelves: Shelves<T>, shelf: string, key: string, value: T): Shelves<T> => ({
  ...shelves,
  [shelf]: { ...shelves[shelf], [key]: value },
})
