import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { writeDurably } from '../../config/durable-file.ts'
import { CertificateProblem, readTextIfThere, tlsFiles } from './certificate-file.ts'

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
/** What a leaf is for: a DNS name in lower case, or an address. */
export const HostName = z
  .string()
  .max(253)
  .refine((name) => isIP(name) !== 0 || new RegExp(`^${LABEL}(?:\\.${LABEL})*$`).test(name))

/** This machine is always among the names of a leaf. */
const OWN = ['localhost', '127.0.0.1', '::1']
/** Long before any clock that lost its battery: machines wake up in 2010, 2015 or at the date of their firmware. */
const STARTS = '20000101000000Z'
const [LEAF_YEARS, CA_YEARS] = [10, 30]

const YEAR_MS = 365.25 * 24 * 3_600_000
/** `20361127000000Z`, as RFC 5280 writes an instant. */
const stampOf = (at: number): string => `${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

const configOf = (folder: string, names: readonly string[]): string => `
[req]
prompt = no
distinguished_name = subject
[subject]
commonName = Antrean
[ca]
default_ca = office
[office]
database = ${join(folder, 'index.txt')}
new_certs_dir = ${folder}
serial = ${join(folder, 'serial')}
policy = any
unique_subject = no
default_md = sha256
[any]
commonName = supplied
[root]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = ${names.map((name) => `${isIP(name) === 0 ? 'DNS' : 'IP'}:${name}`).join(', ') || 'DNS:localhost'}
`

/** Runs the machine's openssl. Rejects with `CertificateProblem` where there is none. */
const runOpenssl = async (words: readonly string[]): Promise<void> => {
  try {
    await promisify(execFile)('openssl', words)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    throw new CertificateProblem('this machine has no openssl; install it: apt-get install openssl')
  }
}

const makeKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

/** What was made: the leaf's names and end (epoch ms), and the CA's SHA-256 fingerprint, to be compared on a device. */
export type MadeCertificate = { names: string[]; endsAt: number; caFile: string; fingerprint: string }

/**
 * Makes a leaf for these names and this machine, signed by the office's own CA, which is made where there is none yet. Both
 * begin in the year 2000; the leaf ends in 10 years, the CA in 30. `now` is epoch ms. Rejects with `CertificateProblem` where
 * the CA's key was carried away, or the machine has no openssl.
 */
export const makeCertificate = async (
  dataDir: string,
  given: readonly string[],
  now: number,
): Promise<MadeCertificate> => {
  const files = tlsFiles(dataDir)
  const names = [...new Set([...given, ...OWN])]
  await mkdir(files.folder, { recursive: true, mode: 0o700 })
  const work = await mkdtemp(join(tmpdir(), 'antrean-tls-'))
  const at = (name: string) => join(work, name)
  /** Signs a request for `key` with the CA's key and answers the certificate. */
  const sign = async (keyFile: string, subject: string, years: number, signer: readonly string[]) => {
    const request = ['req', '-new', '-config', at('config'), '-key', keyFile, '-subj', `/CN=${subject}`]
    await runOpenssl([...request, '-out', at('request')])
    const term = ['-startdate', STARTS, '-enddate', stampOf(now + years * YEAR_MS)]
    const ca = ['ca', '-batch', '-notext', '-config', at('config'), '-keyfile', files.caKey]
    await runOpenssl([...ca, ...term, ...signer, '-in', at('request'), '-out', at('made')])
    return readFile(at('made'), 'utf8')
  }
  try {
    await writeFile(at('config'), configOf(work, names))
    await writeFile(at('index.txt'), '')
    // 127 bits by chance: a CA that is made anew must not give a number twice.
    await writeFile(at('serial'), `7${randomBytes(16).toString('hex').slice(1)}`)
    const [caKey, ca] = [await readTextIfThere(files.caKey), await readTextIfThere(files.ca)]
    if (caKey === null && ca !== null)
      throw new CertificateProblem(
        `${files.caKey} was carried away: bring it back for this, or remove ${files.ca} and let every device trust a new one`,
      )
    if (caKey === null) await writeDurably(files.caKey, makeKey())
    if (ca === null)
      await writeDurably(
        files.ca,
        await sign(files.caKey, `Antrean ${given[0] ?? 'localhost'}`, CA_YEARS, ['-selfsign', '-extensions', 'root']),
      )
    await writeFile(at('key'), makeKey(), { mode: 0o600 })
    const leaf = await sign(at('key'), given[0] ?? 'localhost', LEAF_YEARS, ['-cert', files.ca, '-extensions', 'leaf'])
    await writeDurably(files.office, leaf + (await readFile(at('key'), 'utf8')))
    const root = new X509Certificate(await readFile(files.ca))
    const endsAt = Date.parse(new X509Certificate(leaf).validTo)
    return { names, endsAt, caFile: files.ca, fingerprint: root.fingerprint256 }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
