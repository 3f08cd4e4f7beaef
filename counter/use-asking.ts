import { useEffect, useRef, useState } from 'preact/hooks'
import type { AccessCommand, Wish } from '../protocol/commands.ts'
import type { Reply, Speech } from '../ui/connection.ts'
import type { Lang } from '../ui/texts.ts'
import { type Notice, noticeOf } from './choose-notice.ts'

/**
 * After an answer the buttons rest this long, ms: the second half of a double press would otherwise meet the next screen,
 * whose primary stands in the same place, and finish a case that has just begun.
 */
export const DOUBLE_PRESS_MS = 600

/** How long a sentence about the last press stands, ms. */
const NOTICE_MS = 12_000

/** How the counter asks: one thing at a time. */
export type Asking = {
  busy: boolean
  notice: Notice | null
  /** Sends a command unless one is under way; `done` is said when it was taken. Answers whether it was. */
  ask(wish: Wish, done: string | null): Promise<boolean>
  /** Signs in or out; the reply goes to the caller, null when another press is under way. */
  enter(command: AccessCommand): Promise<Reply | null>
}

/** Keeps a second press from being sent before the first is answered. Nothing is asked while `offline`. */
export const useAsking = (speech: Speech, offline: boolean, lang: Lang): Asking => {
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState<Notice | null>(null)
  const underWay = useRef(false)

  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => setNotice(null), NOTICE_MS)
    return () => clearTimeout(timer)
  }, [notice])

  const once = async (speak: () => Promise<Reply>): Promise<Reply | null> => {
    if (underWay.current || offline) return null
    underWay.current = true
    setBusy(true)
    const reply = await speak()
    const release = (): void => {
      underWay.current = false
      setBusy(false)
    }
    if (reply.status === 'taken') setTimeout(release, DOUBLE_PRESS_MS)
    else release()
    return reply
  }

  return {
    busy,
    notice,
    async ask(wish, done) {
      const reply = await once(() => speech.submit(wish))
      if (reply !== null) setNotice(noticeOf(reply, wish, done, lang))
      return reply?.status === 'taken'
    },
    async enter(command) {
      const reply = await once(() => speech.enter(command))
      // The form of signing in says itself what went wrong; a sign-out has no form.
      setNotice(reply === null || command.type === 'SignIn' ? null : noticeOf(reply, null, null, lang))
      return reply
    },
  }
}
