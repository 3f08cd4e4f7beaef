/** The promise, or an error that says what was waited for in vain: a broken driver must not hold up a whole run. */
export const within = <T>(ms: number, promise: Promise<T>, complain: () => string): Promise<T> => {
  let late: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(complain())), ms)
  })
  return Promise.race([promise, end]).finally(() => clearTimeout(late))
}
