/** `npm run simulate`: office-days in virtual time, policies side by side. Standard output belongs to the command alone. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('simulator/cli/main.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
