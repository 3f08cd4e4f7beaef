/** `npm run storm -- <seed>`: one day of the whole office in bad weather, told line by line. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('test/storm/main.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
