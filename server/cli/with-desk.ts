import { type CliReport, refusedReport } from './cli-command.ts'
import type { CliRooms } from './cli-rooms.ts'
import type { Asked, OfficeDesk } from './office-desk.ts'

/** Opens the office, asks it one thing, gives it back, and reports: what it answered or why it refused. */
export const withDesk = async <T>(
  rooms: CliRooms,
  ask: (desk: OfficeDesk) => Promise<Asked<T>>,
  report: (value: T, desk: OfficeDesk) => CliReport,
): Promise<CliReport> => {
  const opened = await rooms.openDesk()
  if (opened.status === 'refused') return refusedReport(opened.reason)
  const desk = opened.value
  try {
    const asked = await ask(desk)
    return asked.status === 'refused' ? refusedReport(asked.reason) : report(asked.value, desk)
  } finally {
    await desk.close()
  }
}
