/** `npm run what-if`: what a change would bring. Standard output belongs to the command alone. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('simulator/cli/what-if.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
