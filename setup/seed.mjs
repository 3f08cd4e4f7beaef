/** `npm run seed`: a new data folder with a year of history, lived through the rules in virtual time. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('simulator/cli/seed.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
