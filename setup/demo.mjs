/** `npm run demo`: an office day in fast motion on this machine. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true })) runNode([fileOf('dist/demo/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
