import { basename } from 'node:path'
import { reportPrint } from '../agenda/report-print.ts'
import { makeCommand, ONE_FILE, refusedReport } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const ACCEPT = 'accept-good-rows'

/** `antrean import <file>`: an agenda into the office; refused (1) when it is set aside. */
export const importFile = makeCommand({
  name: 'import',
  names: ['<file>'],
  words: ONE_FILE,
  summary: 'enter an agenda (CSV or XLSX) into the office',
  help: [
    '<file>              columns kode, tanggal, jam, layanan; status and prioritas if there are any',
    `--${ACCEPT}  enter the good lines although others are bad`,
  ],
  switches: [ACCEPT],
  async run([file], rooms, switches) {
    const bytes = await rooms.readBytes(file)
    if (bytes.status === 'refused') return refusedReport(bytes.reason)
    return withDesk(
      rooms,
      (desk) => desk.enterAgenda(bytes.value, switches.has(ACCEPT)),
      (report) => ({
        exit: report.status === 'entered' ? 0 : 1,
        text: reportPrint(basename(file), report).trimEnd().split('\n'),
        json: report,
      }),
    )
  },
})
