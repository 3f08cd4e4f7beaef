#!/usr/bin/env node
import { makeRooms } from './make-rooms.ts'
import { runCli } from './run-cli.ts'

// Whatever folder it is given: what the office writes is its own alone.
process.umask(0o077)

const err = (line: string): void => console.error(line)
process.exitCode = await runCli(process.argv.slice(2), makeRooms(process.env, err), {
  out: (line) => console.log(line),
  err,
})
