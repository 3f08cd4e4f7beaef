/** `npm run agent -- …`: puts the printer and the scanner of this machine on an office's Door. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true, quiet: true })) runNode([fileOf('dist/agent/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
