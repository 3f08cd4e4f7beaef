import { describe, expect, test } from 'vitest'
import { cycles, impurities, roomOf, wrongDirections } from './directions.ts'
import { ROOMS } from './rooms.ts'
import { FOLDERS, readSources } from './sources.ts'

const sources = readSources(FOLDERS, /\.tsx?$/)

describe('the arrows of the architecture', () => {
  test('the check sees the whole product', () => {
    expect(sources.length).toBeGreaterThan(50)
    const seen = new Set(sources.map(({ path }) => roomOf(path)))
    // `server` alone is the place of helpers; it may be empty.
    for (const room of Object.keys(ROOMS).filter((name) => name !== 'server')) expect(seen, room).toContain(room)
    expect(seen).not.toContain(null)
  })

  test('every import goes the way the table says', () => {
    expect(wrongDirections(sources)).toEqual([])
  })

  test('no import comes back to where it started', () => {
    expect(cycles(sources)).toEqual([])
  })

  test('protocol, rules and views know no clock, no chance and no waiting', () => {
    expect(impurities(sources)).toEqual([])
  })
})

describe('the check itself', () => {
  const wrong = (path: string, text: string) => wrongDirections([{ path, text }])

  test.each([
    ['server/rules/decide.ts', "import { readFileSync } from 'node:fs'"],
    ['server/rules/decide.ts', "import { queue } from '../views/queue.ts'"],
    ['server/rules/decide.ts', "import { Temporal } from 'temporal-polyfill'"],
    ['server/views/kiosk-view.ts', "export * from '../journal/journal.ts'"],
    ['server/views/kiosk-view.ts', "const later = import('../gateway/serve.ts')"],
    ['server/gateway/serve.ts', "import type { State } from '../rules/state.ts'"],
    ['server/gateway/serve.ts', "import { openOffice } from '../open-office.ts'"],
    ['server/access/devices.ts', "import { readOffice } from '../../config/office-file.ts'"],
    ['server/office.ts', "import { openJournal } from './journal/open-journal.ts'"],
    ['server/cli/main.ts', "import { start } from '../main.ts'"],
    ['server/open-office.ts', "import '../server/main.ts'"],
    ['server/journal/journal.ts', "import { decide } from '../rules/decide.ts'"],
    ['printer/encode.ts', "import { log } from '../server/log.ts'"],
    ['kiosk/main.tsx', "import { Office } from '../config/document.ts'"],
    ['kiosk/main.tsx', "import { chooseScreen } from '../display/choose-screen.ts'"],
    ['kiosk/main.tsx', "import 'zodiac'"],
    ['ui/connect.ts', "import { Keypad } from '../kiosk/Keypad.tsx'"],
    ['protocol/ids.ts', "let words: import('../ui/texts.ts').Lang"],
    ['elsewhere/stray.ts', "import { z } from 'zod'"],
  ])('%s may not say: %s', (path, text) => {
    expect(wrong(path, text)).toHaveLength(1)
  })

  test.each([
    ['server/views/kiosk-view.ts', "import { waiting } from '../rules/state.ts'"],
    ['server/office.ts', "import type { Journal } from './journal/journal.ts'"],
    ['server/office.ts', "import { type Journal } from './journal/journal.ts'"],
    ['server/access/devices.ts', "import { openDocument } from '../../config/document.ts'"],
    ['server/main.ts', "import { openOffice } from './open-office.ts'"],
    ['kiosk/main.tsx', "import { useState } from 'preact/hooks'; import './kiosk.css'; import '../ui/tokens.css'"],
    ['line/port.ts', "import { SerialPort } from 'serialport'; import net from 'node:net'"],
  ])('%s may say: %s', (path, text) => {
    expect(wrong(path, text)).toEqual([])
  })

  test('a ring is found, a diamond is none', () => {
    const at = (path: string, ...targets: string[]) => ({
      path,
      text: targets.map((t) => `import './${t}'`).join('\n'),
    })
    expect(cycles([at('ui/a.ts', 'b.ts'), at('ui/b.ts', 'c.ts'), at('ui/c.ts', 'b.ts')])).toEqual([
      'ui/b.ts → ui/c.ts → ui/b.ts',
    ])
    expect(
      cycles([at('ui/a.ts', 'b.ts', 'c.ts'), at('ui/b.ts', 'd.ts'), at('ui/c.ts', 'd.ts'), at('ui/d.ts')]),
    ).toEqual([])
  })

  test.each([
    ['Date', 'export const now = () => Date.now()'],
    ['Math.random', 'export const die = Math.random()'],
    ['async', 'export const later = async () => 1'],
    ['await', 'export const value = await 1'],
    ['process', 'export const zone = process.env.TZ'],
    ['setTimeout', 'setTimeout(() => {}, 1)'],
  ])('%s is seen in a rule', (name, text) => {
    expect(impurities([{ path: 'server/rules/dispatch.ts', text }])).toEqual([`server/rules/dispatch.ts: ${name}`])
    expect(impurities([{ path: 'server/gateway/serve.ts', text }])).toEqual([])
  })

  test('names of our own and words in texts are no impurity', () => {
    const text =
      "const a = { process: 1 }; const b = a.process; const c = Math.max(1, 2); // Date.now() in words\nconst d = 'await Date'"
    expect(impurities([{ path: 'server/rules/dispatch.ts', text }])).toEqual([])
  })
})
