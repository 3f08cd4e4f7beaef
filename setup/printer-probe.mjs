/** `npm run printer:probe -- …`: what a real printer can do, as a profile and a transcript. */
import { fileOf, runNode } from './program.mjs'
import { makeReady } from './ready.mjs'

if (makeReady({ build: true })) runNode([fileOf('dist/printer/probe/main.js'), ...process.argv.slice(2)])
else process.exitCode = 1
