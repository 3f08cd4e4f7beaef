/** `npm run bench`: the measurements. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true })) runNode(['--import', 'tsx', fileOf('test/bench/main.ts'), ...process.argv.slice(2)])
else process.exitCode = 1
