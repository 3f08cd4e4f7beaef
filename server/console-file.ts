import { join } from 'node:path'
import { z } from 'zod'

/**
 * What the server leaves in its data folder (mode 0600) for the command line: where it is on this machine, a console's
 * token, and the origin that other machines' screens use, where that is another.
 */
export const ConsoleFile = z.object({ address: z.url(), token: z.string().min(16), screens: z.url().optional() })
export type ConsoleFile = z.infer<typeof ConsoleFile>

/** Where it lies in a data folder. */
export const consoleFile = (dataDir: string): string => join(dataDir, 'console.json')
