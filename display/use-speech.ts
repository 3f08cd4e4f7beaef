import { useEffect, useRef, useState } from 'preact/hooks'
import type { SoundStatus } from '../protocol/office-screens.ts'
import type { DisplayView } from '../protocol/views.ts'
import type { Live } from '../ui/connection.ts'
import type { Piece } from '../voice/clip-of.ts'
import { openPlayer, type Player } from '../voice/player.ts'
import { sayCall } from '../voice/say-call.ts'
import { sayNotice } from '../voice/say-notice.ts'
import { chooseSpeech, hearView, memoryOf, openQueue, type Speech } from './choose-speech.ts'
import { keepMemory, readMemory } from './speech-memory.ts'

/** What the calls bring about besides the picture. */
export type Spoken = {
  /** No sound comes out: the screen says so. */
  silent: boolean
}

/** A display of the whole office hangs where people come in. */
const GROUND_FLOOR = 1

/** What is said; the floor of a counter only where it is another one than the display's. */
const piecesOf = (speech: Speech, { voice, zone }: DisplayView, player: Player): Piece[] => {
  if (!voice.on) return []
  if (speech.kind === 'notice') return sayNotice(speech.notice, voice.languages, player.has)
  const { call, times } = speech
  const isHere = call.zone?.floor === (zone?.floor ?? GROUND_FLOOR)
  return sayCall(isHere ? { ...call, zone: null } : call, voice, times)
}

const useStatus = (player: Player, live: Live<DisplayView>): SoundStatus | null => {
  const [device, setDevice] = useState<SoundStatus | null>(null)
  const isLive = live.status === 'live'
  const epoch = isLive ? live.view.epoch : null
  const off = isLive && !live.view.voice.on
  const status = off && device === 'ready' ? 'off' : device
  useEffect(() => player.watch(setDevice), [player])
  // After every reconnection it is said anew: the server may have forgotten, or the first word was lost.
  useEffect(() => {
    if (epoch !== null && status !== null) void live.submit({ type: 'ReportSound', status })
  }, [epoch, status])
  return status
}

/**
 * The server's clock now. Views that piled up while the page slept arrive late: the furthest clock known is the closest to
 * the truth.
 */
const useFurthestClock = (view: DisplayView | null): (() => number) => {
  const known = useRef({ epoch: '', aheadMs: 0, view })
  if (view !== null && known.current.view !== view) {
    const { epoch, aheadMs } = known.current
    const ahead = view.at - performance.now()
    known.current = { epoch: view.epoch, aheadMs: epoch === view.epoch ? Math.max(aheadMs, ahead) : ahead, view }
  }
  return () => Math.round(performance.now() + known.current.aheadMs)
}

/**
 * Rings and speaks at new calls of a live view, one after the other, and tells the office whether it can be heard. `now`
 * only makes it look again every second: some notices come with the clock alone.
 */
export const useSpeech = (live: Live<DisplayView>, now: number | null): Spoken => {
  const [player] = useState(openPlayer)
  const [opened] = useState(() => openQueue(readMemory()))
  const queue = useRef(opened)
  const speaking = useRef(false)
  const status = useStatus(player, live)
  const view = live.status === 'live' ? live.view : null
  const clock = useFurthestClock(view)
  const shownView = useRef(view)
  shownView.current = view
  useEffect(() => {
    // Before the first call, which then need not wait for it.
    void player.refresh()
    return () => player.close()
  }, [player])

  const speakNext = async (): Promise<void> => {
    const shown = shownView.current
    if (speaking.current || shown === null) return
    const chosen = chooseSpeech(queue.current, shown, clock())
    queue.current = chosen.queue
    if (chosen.speech === null) return
    keepMemory(memoryOf(queue.current))
    speaking.current = true
    await player.refresh()
    const pieces = piecesOf(chosen.speech, shown, player)
    if (chosen.speech.kind === 'call' || pieces.length > 0) {
      const { said } = await player.speak(pieces, { chime: true })
      if (said !== '') document.documentElement.dataset.said = said
    }
    speaking.current = false
    await speakNext()
  }

  useEffect(() => {
    if (view === null) return
    queue.current = hearView(queue.current, view, clock())
    keepMemory(memoryOf(queue.current))
    void speakNext()
  }, [view, now])

  return { silent: status === 'blocked' || status === 'broken' }
}
