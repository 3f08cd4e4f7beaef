/** Whether this run is the whole assurance and not its quick part. */
export const IS_WHOLE = process.env.ANTREAN_ASSURANCE === 'whole'

/** How often a test repeats itself: `quick` in every `npm test`, `whole` in `npm run assurance`. */
export const howMany = (quick: number, whole: number): number => (IS_WHOLE ? whole : quick)
