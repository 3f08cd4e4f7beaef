/** `npm run printer:simulated -- …`: a printer made of memory, for whoever has none of metal. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true })) runNode([fileOf('dist/printer/simulated/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
