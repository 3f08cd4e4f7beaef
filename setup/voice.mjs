/** `npm run voice`: the clips of the voice, made by espeak-ng, a program of its own. `-- --office`: an office's own words. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false, quiet: true }))
  runNode(['--import', 'tsx', fileOf('voice/studio/main.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
