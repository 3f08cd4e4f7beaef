/**
 * A record that grows all day, in pages. Persistent: `putPaged` leaves the old one as it was and copies one page of it, so a day
 * of thousands is folded in the time that its visits take and not in that of their square.
 */
export type Paged<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/** What stands on a page under a key; undefined where nothing does. */
export const pagedBy = <T>(pages: Paged<T>, page: string, key: string): T | undefined => pages[page]?.[key]

/** Adds a value, or replaces the one of its key where it stands. A key belongs to one page. */
export const putPaged = <T>(pages: Paged<T>, page: string, key: string, value: T): Paged<T> => ({
  ...pages,
  [page]: { ...pages[page], [key]: value },
})
