import type { DeskPorts } from '../../server/gateway/options.ts'

const nobody = (): never => {
  throw new Error("nobody sits at the supervisor's desk here")
}

/** The pages of the desk where no test opens them: each question is a mistake. */
export const NO_DESK: DeskPorts = {
  overview: nobody,
  floor: { alerts: nobody, tickets: nobody, affected: nobody, affectedFile: nobody },
  survey: { results: nobody, export: nobody },
}
