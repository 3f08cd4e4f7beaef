/** `npm start`: the whole office on this machine. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true })) runNode([fileOf('dist/server/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
