// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readMemory } from '../../display/speech-memory.ts'
import { useSpeech } from '../../display/use-speech.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { DisplayView } from '../../protocol/views.ts'
import type { Live, Reply } from '../../ui/connection.ts'
import { makeFakeAudio } from '../voice/fake-audio.ts'
import { SHIPPED } from '../voice/shipped.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const ONCE = 'Nomor antrean A nol nol tujuh silakan menuju loket tiga'

let audio: ReturnType<typeof makeFakeAudio>
beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  delete document.documentElement.dataset.said
  audio = makeFakeAudio()
  vi.stubGlobal('AudioContext', audio.FakeContext)
  vi.stubGlobal('fetch', async (path: string) =>
    path.endsWith('manifest.json') ? Response.json(SHIPPED) : new Response(new ArrayBuffer(500)),
  )
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A display's page: what it is shown, and what it tells the office. */
const openDisplay = () => {
  const asked: Wish[] = []
  const submit = async (wish: Wish): Promise<Reply> => {
    asked.push(wish)
    return { status: 'taken', result: { kind: 'done' } }
  }
  const enter = async (): Promise<Reply> => ({ status: 'unreachable' })
  const liveOf = (view: DisplayView): Live<DisplayView> => ({ status: 'live', view, lostAt: null, submit, enter })
  const pass = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms)
    })
  const { result, rerender } = renderHook(({ live }) => useSpeech(live, AT_10_24), {
    initialProps: { live: liveOf(viewOf()) },
  })
  const show = async (view: DisplayView): Promise<void> => {
    rerender({ live: liveOf(view) })
    await pass(40_000)
  }
  const cut = async (): Promise<void> => {
    const stale: Live<DisplayView> = { status: 'stale', view: viewOf(), lostAt: AT_10_24, submit, enter }
    rerender({ live: stale })
    await pass(100)
  }
  return { asked, show, cut, pass, result }
}
const said = () => document.documentElement.dataset.said

test('a call is rung and said, and its words stand on the page', async () => {
  const { pass, show } = openDisplay()
  await pass(2_000)
  await show(viewOf({ live: [callOf(7)] }))
  expect(audio.sounds.filter(({ what }) => what === 'tone')).toHaveLength(2)
  expect(said()).toBe(`${ONCE} ${ONCE}`)
  expect(readMemory()).toMatchObject({ heardNo: 7, owed: [], begun: [{ number: 'A007', counter: 3 }] })
})

test('where the office wants no voice the bell rings alone, and the office is told so', async () => {
  const { pass, show, asked } = openDisplay()
  await pass(2_000)
  const voice = { ...viewOf().voice, on: false }
  await show(viewOf({ live: [callOf(7)], voice }))
  expect(audio.sounds.map(({ what }) => what)).toEqual(['tone', 'tone'])
  expect(said()).toBeUndefined()
  expect(asked).toEqual([
    { type: 'ReportSound', status: 'ready' },
    { type: 'ReportSound', status: 'off' },
  ])
})

test('a blocked display says so to its hall and to the office, and again after every reconnection', async () => {
  audio.device.state = 'suspended'
  const { pass, show, cut, asked, result } = openDisplay()
  await pass(2_000)
  expect(result.current.silent).toBe(true)
  await show(viewOf({ live: [callOf(7)] }))
  await cut()
  await show(viewOf({ live: [callOf(8, { counter: 4 }), callOf(7)] }))
  expect(asked).toEqual([
    { type: 'ReportSound', status: 'blocked' },
    { type: 'ReportSound', status: 'blocked' },
  ])
  expect(audio.sounds).toEqual([])
})

test('a device that hangs in one call does not keep the next from being said', async () => {
  audio.device.stuck = true
  const { pass, show, asked } = openDisplay()
  await pass(2_000)
  await show(viewOf({ live: [callOf(7)] }))
  expect(said()).toBeUndefined()
  audio.device.stuck = false
  await show(viewOf({ at: AT_10_24 + 45_000, live: [callOf(8, { number: 'A007', at: AT_10_24 + 45_000 })] }))
  expect(said()).toBe(`${ONCE} ${ONCE}`)
  expect(asked.map((wish) => 'status' in wish && wish.status)).toEqual(['ready', 'broken', 'ready'])
})
