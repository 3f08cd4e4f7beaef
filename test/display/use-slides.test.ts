import { expect, test } from 'vitest'
import { readSlides } from '../../display/use-slides.ts'
import { slidePath } from '../../protocol/slides.ts'

const SLIDE = { name: 'jam layanan (1).png', version: 'k3-9' }
const sending =
  (body: BodyInit, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }))

test('the list of slides is what the server says', async () => {
  expect(await readSlides(sending(JSON.stringify([SLIDE])))).toEqual([SLIDE])
  expect(await readSlides(sending('[]'))).toEqual([])
})

test('a list that did not come, or is none, changes nothing', async () => {
  expect(await readSlides(() => Promise.reject(new TypeError('fetch failed')))).toBeNull()
  expect(await readSlides(sending('busy', 503))).toBeNull()
  expect(await readSlides(sending('<!doctype html>'))).toBeNull()
  expect(await readSlides(sending(JSON.stringify([{ ...SLIDE, name: '../office.json' }])))).toBeNull()
})

test('a slide is fetched by its name and its version', () => {
  expect(slidePath(SLIDE)).toBe('/slides/jam%20layanan%20(1).png?v=k3-9')
})
