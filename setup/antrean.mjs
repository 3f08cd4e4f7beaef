/** `npm run -s antrean -- …`: the command line. Standard output belongs to the command alone. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true, quiet: true })) runNode([fileOf('dist/server/cli/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
