/** Characters of a set-up code, without the hyphen in its middle. */
export const SETUP_CODE_LENGTH = 8

/**
 * What somebody typed, pasted or followed (`#7hq2-9kxm`) as the characters of a set-up code: capitals and digits, no
 * hyphen, no spaces, at most eight.
 */
export const readSetupCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, SETUP_CODE_LENGTH)

/** The secret that an address carries behind its `#`: never sent to a server, gone from the bar once it is read. */
export const readHash = (hash: string): string => hash.replace(/^#/, '')
