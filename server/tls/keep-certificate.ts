import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { type OfficeCertificate, readCertificate, tlsFiles } from './certificate-file.ts'
import { makeCertificate } from './make-certificate.ts'

const DAY_MS = 24 * 3_600_000
/** So long before its end a leaf is made anew, where the CA's key is here. */
const RENEW_MS = 60 * DAY_MS

/** Whether a leaf that ends at `endsAt` is to be made anew. Epoch ms. */
export const isDue = (endsAt: number, now: number): boolean => endsAt - now < RENEW_MS

/** The office's certificate and who keeps it valid; `first` null: it has none, and all is in the clear. */
export type KeptCertificate = {
  first: OfficeCertificate | null
  /** Looks every day from now on, and tells of a renewed one; returns `stop`. */
  follow(renewed: (certificate: OfficeCertificate) => void): () => void
}

/**
 * Reads the certificate of a data folder and makes it anew before it ends, at the start and once a day. Where the CA's key was
 * carried away it warns instead. `now` is epoch ms. Throws `CertificateProblem` for a damaged file.
 */
export const keepCertificate = async (
  dataDir: string,
  now: () => number,
  log: Pick<Logger, 'warn'>,
): Promise<KeptCertificate> => {
  const renewed = async (kept: OfficeCertificate): Promise<OfficeCertificate> => {
    if (!isDue(kept.endsAt, now())) return kept
    if (!existsSync(tlsFiles(dataDir).caKey)) {
      log.warn({ endsAt: kept.endsAt }, 'the certificate ends soon; bring tls/ca.key back and run: antrean tls')
      return kept
    }
    await makeCertificate(dataDir, kept.names, now())
    return (await readCertificate(dataDir)) ?? kept
  }
  const read = await readCertificate(dataDir)
  const first = read && (await renewed(read))
  return {
    first,
    follow(tell) {
      if (first === null) return () => undefined
      let kept = first
      const look = async () => {
        const next = await renewed(kept)
        if (next !== kept) tell(next)
        kept = next
      }
      const looking = setInterval(
        () => void look().catch((cause: unknown) => log.warn({ err: cause }, 'the certificate could not be renewed')),
        DAY_MS,
      )
      return () => clearInterval(looking)
    },
  }
}
