/** `npm run build`: dependencies and build, without a start. */
import { makeReady } from './ready.mjs'

if (!makeReady({ build: true })) process.exitCode = 1
