import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { VoiceManifest } from '../../protocol/voice.ts'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf } from './raw-connection.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const clipOf = (file: string, words: string, content: string) => ({
  ...{ words, file, ms: 400, sha256: hashOf(content), engine: 'espeak-ng 1.51' },
})

const folderWith = async (files: Record<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'antrean-voice-'))
  folders.push(folder)
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}

const SHIPPED = {
  'id/nol.ogg': 'shipped nol',
  'en/zero.ogg': 'shipped zero',
  '.env': 'hidden',
  'manifest.json': JSON.stringify({
    'id/nol': clipOf('id/nol.ogg', 'nol', 'shipped nol'),
    'en/zero': clipOf('en/zero.ogg', 'zero', 'shipped zero'),
  }),
}

const openVoice = async (own: Record<string, string> | null = null) => {
  const shipped = await folderWith(SHIPPED)
  const ownFolder = own === null ? '/nowhere/at/all' : await folderWith(own)
  const gateway = await openTestGateway({ voiceDirs: { shipped, own: ownFolder } })
  const list = async () => VoiceManifest.parse(await (await gateway.ask('/voice/manifest.json')).json())
  return { ...gateway, list, own: ownFolder }
}

describe('the voice that ships with the product', () => {
  test('is listed and served; by the hash of its content a browser keeps it for a year', async () => {
    const { ask, list } = await openVoice()
    expect(Object.keys(await list())).toEqual(['id/nol', 'en/zero'])
    const plain = await ask('/voice/id/nol.ogg')
    expect([plain.status, plain.headers.get('content-type')]).toEqual([200, 'audio/ogg'])
    expect(plain.headers.get('cache-control')).toBe('no-store')
    expect(await plain.text()).toBe('shipped nol')
    const kept = await ask('/voice/id/nol.ogg?v=abc')
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff')
    expect(kept.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect((await ask('/voice/manifest.json')).headers.get('cache-control')).toBe('no-store')
  })

  test('a server without clips lists none and goes on', async () => {
    const { ask, faults } = await openTestGateway()
    expect(await (await ask('/voice/manifest.json')).json()).toEqual({})
    expect((await ask('/voice/id/nol.ogg')).status).toBe(404)
    expect(faults).toEqual([])
  })
})

describe('a recording of the office', () => {
  test.each(['ogg', 'opus', 'mp3', 'm4a', 'wav'])('takes the place of a clip, as %s', async (ending) => {
    const { ask, list } = await openVoice({ [`id/nol.${ending}`]: 'our nol' })
    const clip = (await list())['id/nol']
    expect(clip).toEqual({
      ...{ words: 'nol', file: `id/nol.${ending}`, ms: null, sha256: hashOf('our nol'), engine: 'recording' },
    })
    const answer = await ask(`/voice/${clip?.file}`)
    expect(await answer.text()).toBe('our nol')
    expect(answer.headers.get('content-type')).toMatch(/^audio\//)
    expect((await list())['en/zero']?.engine).toBe('espeak-ng 1.51')
  })

  test('is said by its file name where the product has no such words', async () => {
    const { list } = await openVoice({ 'id/ruang-cendrawasih.mp3': 'our room' })
    expect((await list())['id/ruang-cendrawasih']).toMatchObject({ words: 'ruang cendrawasih', engine: 'recording' })
  })

  test('comes before what a program made for the office, whatever its ending', async () => {
    const made = { 'id/paspor-baru': clipOf('id/paspor-baru.ogg', 'Paspor baru', 'made') }
    const files = { 'id/paspor-baru.ogg': 'made', 'manifest.json': JSON.stringify(made) }
    const { list } = await openVoice(files)
    expect((await list())['id/paspor-baru']).toEqual(made['id/paspor-baru'])
    const recorded = await openVoice({ ...files, 'id/paspor-baru.wav': 'recorded' })
    expect((await recorded.list())['id/paspor-baru']).toMatchObject({
      ...{ file: 'id/paspor-baru.wav', words: 'Paspor baru', engine: 'recording' },
    })
  })

  test('that is replaced while the server runs has another hash at once', async () => {
    const { list, own } = await openVoice({ 'id/nol.mp3': 'first' })
    expect((await list())['id/nol']?.sha256).toBe(hashOf('first'))
    await writeFile(join(own, 'id/nol.mp3'), 'second')
    expect((await list())['id/nol']?.sha256).toBe(hashOf('second'))
  })

  test('with a name that no clip has, and a damaged list, are not there', async () => {
    const { list, ask, faults } = await openVoice({
      ...{ 'id/Nol.ogg': 'x', 'id/nol.exe': 'x', 'id/.nol.ogg': 'x', 'id/a b.ogg': 'x', 'id/nol.ogg/inner.ogg': 'x' },
      'manifest.json': '{"id/nol": {"file": "../../etc/passwd"}}',
    })
    expect((await list())['id/nol']?.engine).toBe('espeak-ng 1.51')
    expect(Object.keys(await list())).toEqual(['id/nol', 'en/zero'])
    expect((await ask('/voice/id/nol.exe')).status).toBe(404)
    expect(faults).toEqual([])
  })
})

test.each([
  '/voice',
  '/voice/',
  '/voice/id',
  '/voice/id/',
  '/voice/fr/nol.ogg',
  '/voice/id/nol',
  '/voice/id/manifest.json',
  '/voice/.env',
  '/voice/id/.env',
  '/voice/id/..%2f..%2f.env',
  '/voice/id/%2e%2e%2f.env',
  '/voice/..%2fid/nol.ogg',
  '/voice/%2e%2e/.env',
  '/voice/id/..%5c.env',
  '/voice/id/nol.ogg%00',
  '/voice/id//nol.ogg',
  '/voice/ID/nol.ogg',
  '/voice/id/none.ogg',
])('nothing is to be found at %s', async (path) => {
  const { address } = await openVoice({ 'id/nol.mp3': 'ours' })
  const answer = await sendRaw(address, `GET ${path} HTTP/1.1\r\nHost: ${new URL(address).host}\r\n\r\n`)
  expect([400, 404]).toContain(statusOf(answer))
  expect(answer).toContain('application/problem+json')
  expect(answer).not.toContain('hidden')
})

test.each(['/voice/manifest.json', '/voice/id/nol.ogg'])('%s can be read and nothing else', async (path) => {
  const { ask, address } = await openVoice()
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await ask(path, { method, headers: { origin: address } })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})
