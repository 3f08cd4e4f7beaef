/** `npm run accuracy`: how exact the likely calls are. Standard output belongs to the command alone. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('simulator/cli/accuracy.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
