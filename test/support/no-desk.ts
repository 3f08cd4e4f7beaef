import type { DeskPorts } from '../../server/gateway/options.ts'

const nobody = (): never => {
  throw new Error("nobody sits at the supervisor's desk here")
}

const NO_BOOKINGS: DeskPorts['bookings'] = {
  ...{ read: nobody, preview: nobody, enter: nobody, report: nobody, setColumns: nobody },
  ...{ setSource: nobody, pull: nobody, find: nobody, add: nobody },
}

/** The pages of the desk where no test opens them: each question is a mistake. */
export const NO_DESK: DeskPorts = {
  overview: nobody,
  bookings: NO_BOOKINGS,
  survey: { results: nobody, export: nobody },
  figures: { figures: nobody, page: nobody, file: nobody },
  floor: { alerts: nobody, tickets: nobody, affected: nobody, affectedFile: nobody },
  office: {
    ...{ read: nobody, preview: nobody, save: nobody, history: nobody, restore: nobody },
    ...{ staff: nobody, actOnStaff: nobody, pairings: nobody, pair: nobody, revoke: nobody },
  },
  audit: { page: nobody, export: nobody, verify: nobody },
  retention: { page: nobody, run: nobody },
  webhooks: { page: nobody, add: nobody, change: nobody, remove: nobody, test: nobody },
}
