import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as states from '../../counter/state-texts.ts'
import { TEXTS } from '../../counter/texts.ts'
import { KIOSK_TEXTS } from '../../kiosk/texts.ts'
import { PRINTER_STATES } from '../../ui/devices/devices-texts.ts'
import { REFUSAL_WORDS, SHARED } from '../../ui/texts.ts'
import { DESK_PICTURES, STAFF_PICTURES } from '../album/guide-pictures.ts'
import { ROOT } from './sources.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
]

/** Relative links and pictures of a page, `[words](target)`, without the part behind `#`. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

/** Links of a page, from the root, that lead nowhere. */
const deadLinks = (page: string, text: string): string[] =>
  linksIn(text).filter((target) => !existsSync(join(ROOT, dirname(page), target)))

describe('the guides and notes', () => {
  test.each(PAGES)('every link and picture of %s is there', (page) => {
    expect(deadLinks(page, read(page))).toEqual([])
  })

  test('a link that leads nowhere is found, one to another place in the page or in the world is let be', () => {
    const text = '[a](#b) [c](https://d.id) [e](panduan-kantor.md#di-loket) ![f](guide/absent.jpg) [g](absent.md)'
    expect(deadLinks('docs/x.md', text)).toEqual(['guide/absent.jpg', 'absent.md'])
  })

  test('the README names every guide', () => {
    const guides = PAGES.filter((page) => /^docs\/panduan-.*\.md$/.test(page))
    expect(guides.length).toBeGreaterThan(3)
    expect(guides.filter((guide) => !read('README.md').includes(`(${guide})`))).toEqual([])
  })
})

test.each([
  ['panduan-petugas.md', STAFF_PICTURES],
  ['panduan-supervisor.md', DESK_PICTURES],
])('the pictures of %s are those of the album, in its order, and small', (guide, pictures) => {
  const shown = linksIn(read(`docs/${guide}`)).filter((target) => target.endsWith('.jpg'))
  expect(shown).toEqual(pictures.map(({ file }) => `guide/${file}.jpg`))
  expect(shown.filter((target) => statSync(join(ROOT, 'docs', target)).size > 60_000)).toEqual([])
})

describe("the guide of the counter's staff", () => {
  const guide = read('docs/panduan-petugas.md')

  /** Everything in Indonesian that stands in a table of texts, however deep. */
  const said = (table: unknown): string[] => {
    if (typeof table !== 'object' || table === null) return []
    if ('id' in table && typeof table.id === 'string') return [table.id]
    return Object.values(table).flatMap(said)
  }
  /** A blank is filled with a number, a clock, a code such as A037, or left open as `…`. */
  const patternOf = (text: string): RegExp => {
    const [first = '', ...rest] = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${[first, ...rest].join('(?:[A-Z]\\d+|\\d+(?:\\.\\d+)?|…)')}$`)
  }
  const patterns = [TEXTS, states, KIOSK_TEXTS, SHARED, REFUSAL_WORDS, PRINTER_STATES].flatMap(said).map(patternOf)
  const unsaid = (text: string): string[] =>
    [...text.matchAll(/\*\*(.+?)\*\*/gs)]
      .map(([, words = '']) => words.replace(/\s+/g, ' '))
      .filter((words) => !patterns.some((pattern) => pattern.test(words)))

  test('what it prints in bold stands word for word on a screen', () => {
    expect(guide.split('**').length).toBeGreaterThan(100)
    expect(unsaid(guide.replace('Kata yang **tebal** tertulis', ''))).toEqual([])
  })

  test('words that no screen says are found, and a filled blank is none', () => {
    expect(unsaid('**Panggil A041** **Panggil semua** **Batas\ntercapai** **Selesaikan dulu**')).toEqual([
      'Panggil semua',
      'Selesaikan dulu',
    ])
  })

  test('it is short enough to be read', () => {
    expect(guide.trimEnd().split('\n').length).toBeLessThanOrEqual(225)
  })
})
