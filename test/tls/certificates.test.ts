import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CertificateProblem, readCertificate, tlsFiles } from '../../server/tls/certificate-file.ts'
import { isDue, keepCertificate } from '../../server/tls/keep-certificate.ts'
import { HostName, makeCertificate } from '../../server/tls/make-certificate.ts'
import { openTestGateway } from '../gateway/open-test-gateway.ts'
import { sendRaw, statusOf, upgradeRequest } from '../gateway/raw-connection.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const DAY = 24 * 3_600_000
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-tls-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

const make = async () => {
  await makeCertificate(folder, ['kantor.test', '10.0.0.5'], NOW)
  const kept = await readCertificate(folder)
  if (kept === null) throw new Error('a certificate was just made')
  return { ...kept, ca: await readFile(tlsFiles(folder).ca, 'utf8') }
}

describe("the office's own authority", { tags: ['W11'] }, () => {
  test('signs a certificate that names the server and this machine, and is for a server alone', async () => {
    const { cert, ca, names } = await make()
    expect(names).toEqual(['kantor.test', '10.0.0.5', 'localhost', '127.0.0.1', '0:0:0:0:0:0:0:1'])
    const [leaf, root] = [new X509Certificate(cert), new X509Certificate(ca)]
    expect([leaf.checkIssued(root), leaf.verify(root.publicKey), leaf.ca, root.ca]).toEqual([true, true, false, true])
    expect(leaf.checkHost('kantor.test')).toBe('kantor.test')
    expect(leaf.checkHost('evil.kantor.test')).toBeUndefined()
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  test('outlives a dead battery: it holds from the year 2000 on and ten years ahead', async () => {
    const { cert, ca } = await make()
    for (const one of [cert, ca].map((pem) => new X509Certificate(pem))) {
      expect(Date.parse(one.validFrom)).toBe(Date.parse('2000-01-01T00:00:00Z'))
      expect(Date.parse(one.validTo)).toBeGreaterThan(Date.parse('2036-11-01T00:00:00Z'))
    }
  })

  test.each(['2000-06-01', '2010-01-01', '2015-01-01', '2035-12-31'])(
    'is believed by a machine whose clock says %s',
    async (day) => {
      await make()
      const at = String(Date.parse(day) / 1000)
      const { ca, office } = tlsFiles(folder)
      const words = ['verify', '-attime', at, '-purpose', 'sslserver', '-verify_hostname', 'kantor.test']
      const { stdout } = await promisify(execFile)('openssl', [...words, '-CAfile', ca, office])
      expect(stdout).toBe(`${office}: OK\n`)
    },
  )

  test('stays the same when the certificate is made anew, so no device has to trust anything again', async () => {
    const first = await make()
    const second = await make()
    expect(second.ca).toBe(first.ca)
    expect(new X509Certificate(second.cert).serialNumber).not.toBe(new X509Certificate(first.cert).serialNumber)
  })

  test('keeps its key to itself', { tags: ['L4'] }, async () => {
    await make()
    const { folder: kept, caKey, office } = tlsFiles(folder)
    expect((await stat(kept)).mode & 0o777).toBe(0o700)
    for (const file of [caKey, office]) expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(kept)).sort()).toEqual(['ca.crt', 'ca.key', 'office.pem'])
  })

  test('makes nothing without its key, and says what to do', async () => {
    await make()
    await rename(tlsFiles(folder).caKey, join(folder, 'elsewhere'))
    await expect(make()).rejects.toThrow(CertificateProblem)
    await expect(make()).rejects.toThrow('was carried away')
  })

  test.each([
    '',
    'KANTOR',
    'a b',
    '-a',
    'a..b',
    'a,DNS:evil.example',
    'a\n[leaf]',
    '*.test',
    'http://a',
    'a'.repeat(64),
  ])('makes none for "%s", which is no name', (name) => expect(HostName.safeParse(name).success).toBe(false))
})

describe('the certificate of the server', { tags: ['W11'] }, () => {
  test('is none where nobody made one, and a damaged one stops the start with its file', async () => {
    expect(await readCertificate(folder)).toBeNull()
    const { cert } = await make()
    const other = await mkdtemp(join(tmpdir(), 'antrean-tls-test-'))
    await makeCertificate(other, [], NOW)
    const { key } = (await readCertificate(other)) ?? { key: '' }
    await rm(other, { recursive: true })
    for (const text of ['', 'x', cert, cert + key, cert.replace(/[A-Z]{4}/, 'aaaa')]) {
      await writeFile(tlsFiles(folder).office, text)
      await expect(readCertificate(folder)).rejects.toThrow(/office\.pem: .*antrean -- tls/s)
    }
  })

  test('is made anew sixty days before its end, and while the office runs', async () => {
    const { endsAt } = await make()
    expect([isDue(endsAt, endsAt - 61 * DAY), isDue(endsAt, endsAt - 59 * DAY)]).toEqual([false, true])
    const warned: unknown[] = []
    const log = { warn: (...what: unknown[]) => void warned.push(what) }
    let now = NOW
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const kept = await keepCertificate(folder, () => now, log)
      expect(kept.first?.endsAt).toBe(endsAt)
      const renewed = new Promise<number>((resolve) => kept.follow((next) => resolve(next.endsAt)))
      now = endsAt - 59 * DAY
      vi.advanceTimersByTime(DAY)
      expect(await renewed).toBeGreaterThan(endsAt + 9 * 365 * DAY)
      expect((await readCertificate(folder))?.names).toContain('kantor.test')
      await rm(tlsFiles(folder).caKey)
      now += 11 * 365 * DAY
      expect((await keepCertificate(folder, () => now, log)).first).not.toBeNull()
      expect(JSON.stringify(warned)).toContain('bring tls/ca.key back')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a gateway with a certificate', { tags: ['W11'] }, () => {
  const openSecure = async (more: object = {}) => {
    const { cert, key, ca } = await make()
    const gateway = await openTestGateway({ tls: { cert, key }, addresses: ['https://kantor.test'], ...more })
    const { port } = new URL(gateway.address)
    const at = { host: '127.0.0.1', port: Number(port), servername: 'kantor.test' }
    const ask = (path: string, init: { method?: string; headers?: object; body?: string } = {}) =>
      new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
        const headers = { host: 'kantor.test', origin: 'https://kantor.test', ...init.headers }
        const sent = request({ ...at, ca, path, method: init.method ?? 'GET', headers, agent: false }, (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, headers: response.headers })
        })
        sent.once('error', reject)
        sent.end(init.body)
      })
    return { ...gateway, ca, at, secureAsk: ask }
  }

  test('speaks TLS 1.2 and later to whoever trusts the authority, and nothing older', async () => {
    const { at, ca } = await openSecure()
    const shake = (more: object) =>
      new Promise<string | null>((resolve) => {
        const socket = connect({ ...at, ca, ...more }, () => {
          resolve(socket.getProtocol())
          socket.destroy()
        })
        socket.once('error', (trouble) => resolve('code' in trouble ? String(trouble.code) : null))
      })
    expect(await shake({})).toBe('TLSv1.3')
    expect(await shake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2')
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
    expect(await shake(old)).toContain('ALERT')
    expect(await shake({ ca: undefined })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    expect(await shake({ servername: 'evil.test' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  })

  test('serves the same pages with cookies that only TLS carries, under the prefix of this host', {
    tags: ['W3'],
  }, async () => {
    const { secureAsk, access } = await openSecure()
    expect((await secureAsk('/kiosk/1')).status).toBe(200)
    const { token } = await access.pair('display', '1')
    const headers = { 'content-type': 'application/json' }
    const paired = await secureAsk('/pair', { method: 'POST', headers, body: JSON.stringify({ token }) })
    expect(paired.headers['set-cookie']?.[0]).toMatch(
      /^__Host-antrean-display-1=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const pin = await access.setPin('90', 'supervisor')
    const body = JSON.stringify({ staff: '90', pin })
    const opened = await secureAsk('/api/desk/session', { method: 'POST', headers, body })
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? ''
    expect(cookie).toMatch(/^__Host-antrean-supervisor=/)
    const devices = (sent: string) => secureAsk('/api/desk/devices', { headers: { cookie: sent } })
    expect((await devices(cookie)).status).toBe(200)
    // A page in the clear, or another host of the domain, could have left one without the prefix.
    expect((await devices(cookie.replace('__Host-', ''))).status).toBe(401)
  })

  test('serves this machine in the clear as before, by a socket as well', async () => {
    const { ask, openDevice, address, close } = await openSecure()
    expect((await ask('/healthz')).status).toBe(200)
    expect((await openDevice('kiosk', '1')).welcome).toMatchObject({ status: 'welcome' })
    expect(statusOf(await sendRaw(address, 'nonsense\r\n\r\n'))).toBe(400)
    await close()
  })

  const ownAddress = Object.values(networkInterfaces())
    .flat()
    .find((one) => one !== undefined && !one.internal && one.family === 'IPv4')?.address
  if (ownAddress === undefined) console.warn('No network here: that other machines are sent to TLS goes untested.')
  const withNetwork = ownAddress === undefined ? () => {} : test

  withNetwork('sends the pages of other machines to TLS, and refuses their programs in the clear', async () => {
    const { address } = await openSecure({ host: '0.0.0.0' })
    const at = `http://${ownAddress}:${new URL(address).port}`
    const say = (line: string, more = '') => sendRaw(at, `${line} HTTP/1.1\r\nHost: kantor.test\r\n${more}\r\n`)
    const page = await say('GET /kiosk/1')
    expect(statusOf(page)).toBe(308)
    expect(page).toContain('Location: https://kantor.test/kiosk/1\r\n')
    expect(statusOf(await say('GET /api/v1/views/display', 'Authorization: Bearer x\r\n'))).toBe(403)
    expect(statusOf(await say('POST /pair', 'Content-Length: 0\r\n'))).toBe(403)
    expect(statusOf(await sendRaw(at, upgradeRequest(['Host: kantor.test', 'Origin: https://kantor.test'])))).toBe(426)
    expect(statusOf(await sendRaw(at, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'))).toBe(421)
  })

  test('shows a renewed certificate to the next one who comes, and goes on with the others', async () => {
    const { renew, secureAsk, at, ca } = await openSecure()
    const next = await make()
    renew({ cert: next.cert, key: next.key })
    const socket = connect({ ...at, ca })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    const shown = socket.getPeerX509Certificate()?.serialNumber
    socket.destroy()
    expect(shown).toBe(new X509Certificate(next.cert).serialNumber)
    expect((await secureAsk('/healthz')).status).toBe(200)
  })
})
