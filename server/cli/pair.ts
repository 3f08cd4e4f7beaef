import { z } from 'zod'
import { Place } from '../../protocol/ids.ts'
import { DeviceRole } from '../../protocol/roles.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const SCREENS: readonly DeviceRole[] = ['kiosk', 'display', 'counter']

/** `antrean pair <role> <place>`: a token for a device, for screens as a link. The fragment of a link is never sent. */
export const pair = makeCommand({
  name: 'pair',
  names: ['<role>', '<place>'],
  words: z.tuple([DeviceRole, Place]),
  summary: 'pair a screen, a printer or a program; its token is shown once',
  help: [
    `<role>   ${DeviceRole.options.join(', ')}`,
    '<place>  its number in the office document, or a name for an integration',
  ],
  run: ([role, place], rooms) =>
    withDesk(
      rooms,
      (desk) => desk.pair(role, place),
      (token, desk) => {
        const link = SCREENS.includes(role) ? `${desk.address}/pair#${token}` : null
        const how = link === null ? [] : [`link   ${link}`, 'Open the link in the browser of that screen.']
        return {
          exit: 0,
          text: [`token  ${token}`, ...how, 'It is shown this once.'],
          json: { role, place, token, ...(link === null ? {} : { link }) },
        }
      },
    ),
})
