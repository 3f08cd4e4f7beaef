/** `npm run simulate:validate`: the simulator against queueing theory, its own laws and the targets. Ten minutes at most. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: false })) runNode(['--import', 'tsx', fileOf('simulator/validate/main.ts')])
else process.exitCode = 1
