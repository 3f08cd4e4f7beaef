import type { AnswerSlot } from './answer-line.ts'
import { automaticStatus, offlineAnswer, type Told, watchedStatus } from './answers.ts'

/** What a printer says without being asked: automatic status (GS a) and the offline response (GS ( H, function 49). */
export type SelfReport = {
  /** `GS a n`: says the status at once, and again whenever something of the mask changes. 0 ends that. */
  watch(mask: number): void
  /** 0 not at all, 1 without and 2 with the cause. */
  tellOffline(how: number): void
  /** After a change; `wentOff`: it was online before and is not any more. */
  changed(wentOff: boolean): void
  forget(): void
}

/** `told` is how the printer stands at the moment; `say` sends. Both are off after power-on. */
export function createSelfReport(
  told: () => Told,
  say: (bytes: readonly number[], slot?: AnswerSlot) => void,
): SelfReport {
  let mask = 0
  let last = ''
  let offline = 0
  return {
    watch(n) {
      mask = n
      last = watchedStatus(told(), mask)
      if (mask !== 0) say(automaticStatus(told()))
    },
    tellOffline(how) {
      offline = how
    },
    changed(wentOff) {
      const now = watchedStatus(told(), mask)
      if (mask !== 0 && now !== last) say(automaticStatus(told()))
      last = now
      const { cover, paper, error } = told().state
      const hasCause = cover === 'open' || paper === 'end' || error !== 'none'
      if (wentOff && hasCause && offline > 0) say(offlineAnswer(told(), offline === 2), 'offline')
    },
    forget() {
      mask = 0
      offline = 0
    },
  }
}
