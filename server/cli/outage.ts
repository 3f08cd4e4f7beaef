import { z } from 'zod'
import { OutageScope } from '../../protocol/commands.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

/** `antrean outage <scope>|over`: records that something is down, or works again; screens say so and likely calls stand still. */
export const outage = makeCommand({
  name: 'outage',
  names: ['<scope>'],
  words: z.tuple([z.enum([...OutageScope.options, 'over'])]),
  summary: 'record an outage (national, network, power), or that it is over',
  help: ['<scope>  what is down; over when it works again'],
  run: ([scope], rooms) =>
    withDesk(
      rooms,
      (desk) => desk.ask(scope === 'over' ? { type: 'EndOutage' } : { type: 'StartOutage', scope }),
      () => ({
        exit: 0,
        text: [scope === 'over' ? 'The outage is over.' : `Outage recorded: ${scope}.`],
        json: { status: 'taken', outage: scope === 'over' ? null : scope },
      }),
    ),
})
