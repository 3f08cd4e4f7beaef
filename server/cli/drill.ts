import { makeCommand, ONE_FILE, refusedReport } from './cli-command.ts'

/** `antrean drill <backup>`: shows that a backup can be restored, without touching the office. */
export const drill = makeCommand({
  name: 'drill',
  names: ['<backup>'],
  words: ONE_FILE,
  summary: 'restore a backup into a scratch folder, open the office there, compare and say what it knows',
  help: ['<backup>  a file, or a folder whose newest backup is taken; a server may be running'],
  async run([from], rooms) {
    const asked = await rooms.drill(from)
    if (asked.status === 'refused') return refusedReport(asked.reason)
    const { file, events, restored, day, tickets } = asked.value
    if (events !== restored)
      return {
        exit: 1,
        text: [`${file} holds ${events} events, but ${restored} came back`],
        json: { status: 'differs', file, events, restored },
      }
    return {
      exit: 0,
      text: [
        `${file} can be restored`,
        `events     ${restored}, chain sound`,
        `last day   ${day ?? '-'}, ${tickets} numbers`,
      ],
      json: { status: 'restored', file, events, day, tickets },
    }
  },
})
