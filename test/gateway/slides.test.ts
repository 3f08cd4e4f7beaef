import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SLIDES_MAX, SlideList, slidePath } from '../../protocol/slides.ts'
import { SLIDE_MAX } from '../../server/gateway/slides.ts'
import { openTestGateway } from './open-test-gateway.ts'
import { sendRaw, statusOf } from './raw-connection.ts'

let house: string
let folder: string
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'antrean-slides-'))
  folder = join(house, 'slides')
  await mkdir(folder)
  await writeFile(join(house, 'office.png'), 'hidden')
})
afterEach(() => rm(house, { recursive: true }))

const put = (name: string, body = `picture ${name}`) => writeFile(join(folder, name), body)
const open = async (slidesDir = folder) => {
  const gateway = await openTestGateway({ slidesDir })
  const list = async () => SlideList.parse(await (await gateway.ask('/slides')).json())
  return { ...gateway, list, names: async () => (await list()).map(({ name }) => name) }
}

test('pictures are listed by name as people count, as soon as they are there', async () => {
  const { names } = await open()
  expect(await names()).toEqual([])
  for (const name of ['10.png', '2.JPG', 'a.webp', 'b.avif', 'jam layanan (1).jpeg']) await put(name)
  expect(await names()).toEqual(['2.JPG', '10.png', 'a.webp', 'b.avif', 'jam layanan (1).jpeg'])
  await rm(join(folder, 'a.webp'))
  expect(await names()).not.toContain('a.webp')
})

test.each([
  ['a.png', 'image/png'],
  ['b.JPG', 'image/jpeg'],
  ['c.jpeg', 'image/jpeg'],
  ['d.webp', 'image/webp'],
  ['e.avif', 'image/avif'],
])('%s is sent as what its name says, and is kept by its version alone', async (name, type) => {
  await put(name)
  const { ask, list } = await open()
  const [slide] = await list()
  if (slide === undefined) throw new Error('no slide')
  const response = await ask(slidePath(slide))
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(await response.text()).toBe(`picture ${name}`)
  expect((await ask(`/slides/${name}`)).headers.get('cache-control')).toBe('no-store')
})

test('another picture under the same name has another version', async () => {
  await put('a.png', 'one')
  const { list } = await open()
  const before = await list()
  await put('a.png', 'two')
  await utimes(join(folder, 'a.png'), 1, 1)
  expect(await list()).not.toEqual(before)
})

test.each(['.a.png', 'a.svg', 'a.html', 'a.png.exe', 'a', 'a..png', 'a%20.png', 'ä.png', `${'a'.repeat(97)}.png`])(
  '%s is no slide',
  async (name) => {
    await put(name)
    const { ask, names } = await open()
    expect(await names()).toEqual([])
    expect((await ask(`/slides/${encodeURIComponent(name)}`)).status).toBe(404)
  },
)

test('neither a link out of the folder nor a folder is a slide, and nor is more than ten megabytes', async () => {
  await symlink(join(house, 'office.png'), join(folder, 'link.png'))
  await mkdir(join(folder, 'more.png'))
  await put('large.png')
  await truncate(join(folder, 'large.png'), SLIDE_MAX + 1)
  const { ask, names } = await open()
  expect(await names()).toEqual([])
  for (const name of ['link.png', 'more.png', 'large.png']) expect((await ask(`/slides/${name}`)).status).toBe(404)
})

test('sixty pictures are the most', async () => {
  await Promise.all(Array.from({ length: SLIDES_MAX + 5 }, (_, i) => put(`${i}.png`)))
  const { names } = await open()
  expect(await names()).toHaveLength(SLIDES_MAX)
})

test.each([
  '/slides/../office.png',
  '/slides/..%2foffice.png',
  '/slides/%2e%2e/office.png',
  '/slides/%2e%2e%2foffice.png',
  '/slides/..%5coffice.png',
  '/slides//office.png',
  '/slides/a.png%00',
  '/slides/%00',
  '/slides/%',
  '/slides/',
  '/slides/a.png/',
])('nothing is to be found at %s', async (path) => {
  await put('a.png')
  const { address } = await open()
  const answer = await sendRaw(address, `GET ${path} HTTP/1.1\r\nHost: ${new URL(address).host}\r\n\r\n`)
  expect([400, 404]).toContain(statusOf(answer))
  expect(answer).not.toContain('hidden')
})

test('an office without the folder has no slides, and nobody can put one there', async () => {
  const { ask, names, address, faults } = await open(join(house, 'nowhere'))
  expect(await names()).toEqual([])
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await ask('/slides/a.png', { method, headers: { origin: address } })).status).toBe(405)
  expect(faults).toEqual([])
})
