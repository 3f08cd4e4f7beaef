// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NOTHING_SAID, type SpeechMemory } from '../../display/choose-speech.ts'
import { keepMemory, readMemory } from '../../display/speech-memory.ts'
import { AT_10_24 } from './sample-views.ts'

const MEMORY: SpeechMemory = {
  ...{ day: '2026-11-24', heardNo: 8, owed: [8], noticed: ['break 1'] },
  begun: [{ number: 'A007', counter: 3, at: AT_10_24 }],
}

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

test('what was said is found again after a reload', () => {
  expect(readMemory()).toEqual(NOTHING_SAID)
  keepMemory(MEMORY)
  expect(readMemory()).toEqual(MEMORY)
})

test.each(['', 'null', '{"day":1}', 'not json'])('what cannot be read (%s) is as good as nothing', (text) => {
  sessionStorage.setItem('antrean-said', text)
  expect(readMemory()).toEqual(NOTHING_SAID)
})

test('a browser that keeps nothing does not stop the voice', () => {
  vi.stubGlobal('sessionStorage', undefined)
  expect(() => keepMemory(MEMORY)).not.toThrow()
  expect(readMemory()).toEqual(NOTHING_SAID)
})
