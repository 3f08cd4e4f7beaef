import { z } from 'zod'
import { HostName } from '../tls/make-certificate.ts'
import { makeCommand, refusedReport } from './cli-command.ts'

/** `antrean tls [name…]`: the office's own CA, and a certificate for its server. */
export const tls = makeCommand({
  name: 'tls',
  names: ['[name…]'],
  words: z.array(HostName).max(20),
  summary: "make the office's own CA and a certificate for its server, or renew it",
  help: [
    '[name…]  host names and addresses of the server; without any those of ANTREAN_ADDRESSES.',
    'The server serves HTTPS from its next start on; ANTREAN_ADDRESSES must then say https://.',
    'Every device has to trust tls/ca.crt. Keep tls/ca.key safe: in the data folder it renews, elsewhere it is safer.',
  ],
  run: async (names, rooms) => {
    const hosts = rooms.settings().givenAddresses.map((address) => new URL(address).hostname.replaceAll(/[[\]]/g, ''))
    const made = await rooms.makeCertificate(names.length > 0 ? names : hosts)
    if (made.status === 'refused') return refusedReport(made.reason)
    const { endsAt, caFile, fingerprint } = made.value
    const until = new Date(endsAt).toISOString().slice(0, 10)
    return {
      exit: 0,
      text: [
        `for      ${made.value.names.join(', ')}`,
        `until    ${until}; renewed by the server 60 days before, while tls/ca.key is there`,
        `CA       ${caFile}`,
        `SHA-256  ${fingerprint}`,
        'Let every device trust this CA, then start the server again.',
      ],
      json: { status: 'made', ...made.value },
    }
  },
})
