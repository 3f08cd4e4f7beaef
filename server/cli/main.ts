#!/usr/bin/env node
import { makeRooms } from './make-rooms.ts'
import { runCli } from './run-cli.ts'

const err = (line: string): void => console.error(line)
process.exitCode = await runCli(process.argv.slice(2), makeRooms(process.env, err), {
  out: (line) => console.log(line),
  err,
})
