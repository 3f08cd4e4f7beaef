import { z } from 'zod'
import { Place } from '../../protocol/ids.ts'
import { DeviceRole } from '../../protocol/roles.ts'
import { makeCommand } from './cli-command.ts'
import { withDesk } from './with-desk.ts'

const SCREENS: readonly DeviceRole[] = ['kiosk', 'display', 'counter', 'survey']

/** What to do with the token of a screen, as a link whose fragment is never sent, and with that of an agent. */
const howTo = (role: DeviceRole, token: string, address: string): string[] => {
  if (SCREENS.includes(role)) return [`link   ${address}/pair#${token}`, 'Open the link in the browser of that screen.']
  if (role !== 'agent') return []
  return [
    `agent  ANTREAN_AGENT_TOKEN=${token} npm run -s agent -- --server ${address} --printer … --scanner …`,
    "Run it on the kiosk's own machine; without --printer or --scanner where there is none.",
  ]
}

/** `antrean pair <role> <place>`: a token for a device, with what to do with it. */
export const pair = makeCommand({
  name: 'pair',
  names: ['<role>', '<place>'],
  words: z.tuple([DeviceRole, Place]),
  summary: 'pair a screen, a printer, an agent or a program; its token is shown once',
  help: [
    `<role>   ${DeviceRole.options.join(', ')}`,
    '<place>  its number in the office document; of its kiosk for an agent, a name for an integration;',
    '         counter-3 for the survey on the second screen of counter 3',
  ],
  run: ([role, place], rooms) =>
    withDesk(
      rooms,
      (desk) => desk.pair(role, place),
      (token, desk) => {
        const link = SCREENS.includes(role) ? { link: `${desk.address}/pair#${token}` } : {}
        return {
          exit: 0,
          text: [`token  ${token}`, ...howTo(role, token, desk.address), 'It is shown this once.'],
          json: { role, place, token, ...link },
        }
      },
    ),
})
