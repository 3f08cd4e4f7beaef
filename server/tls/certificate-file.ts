import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where certificates lie in a data folder. The CA's key may be carried away; the server needs it for renewing alone. */
export const tlsFiles = (dataDir: string) => ({
  folder: join(dataDir, 'tls'),
  /** Mode 0600. Whoever has it can pose as any page to a device that trusts the CA. */
  caKey: join(dataDir, 'tls', 'ca.key'),
  /** What the office's devices are to trust. */
  ca: join(dataDir, 'tls', 'ca.crt'),
  /** The leaf and its key, in one file, so that a power cut never leaves one with the other's. */
  office: join(dataDir, 'tls', 'office.pem'),
})

/** The office's certificate as the server shows it: PEM, its DNS names and addresses, and when it ends (epoch ms). */
export type OfficeCertificate = { cert: string; key: string; names: string[]; endsAt: number }

/** A certificate file that is none, or whose halves do not belong together; in words for a technician. */
export class CertificateProblem extends Error {}

/** The text of a file; null where there is none. */
export const readTextIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

const namesOf = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''))

/** Reads the office's certificate; null where it has none. Throws `CertificateProblem` for a file that is damaged. */
export const readCertificate = async (dataDir: string): Promise<OfficeCertificate | null> => {
  const file = tlsFiles(dataDir).office
  const text = await readTextIfThere(file)
  if (text === null) return null
  const blocks = text.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----\n/g) ?? []
  const [cert, key] = ['CERTIFICATE', 'PRIVATE KEY'].map((kind) =>
    blocks.find((block) => block.startsWith(`-----BEGIN ${kind}`)),
  )
  try {
    if (cert === undefined || key === undefined) throw new Error('it holds no certificate and key')
    const leaf = new X509Certificate(cert)
    if (!leaf.checkPrivateKey(createPrivateKey(key))) throw new Error('its key is of another certificate')
    return { cert, key, names: namesOf(leaf), endsAt: Date.parse(leaf.validTo) }
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new CertificateProblem(`${file}: ${cause.message}. Make it anew: npm run -s antrean -- tls`)
  }
}
