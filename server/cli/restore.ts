import { makeCommand, ONE_FILE, refusedReport } from './cli-command.ts'

/** `antrean restore <file>`: a backup in the place of what the data folder holds; never while a server works on it. */
export const restore = makeCommand({
  name: 'restore',
  names: ['<file>'],
  words: ONE_FILE,
  summary: 'put a backup in the place of what the data folder holds; stop the server first',
  help: ['<file>  made by antrean backup; it is verified before anything is replaced'],
  async run([file], rooms) {
    const restored = await rooms.restore(file)
    if (restored.status === 'refused') return refusedReport(restored.reason)
    return {
      exit: 0,
      text: [`restored ${restored.value} events`],
      json: { status: 'restored', events: restored.value },
    }
  },
})
