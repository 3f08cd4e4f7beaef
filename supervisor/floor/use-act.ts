import { useState } from 'preact/hooks'
import type { Wish } from '../../protocol/commands.ts'
import type { Tone } from '../../ui/desk/Notice.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import type { DeskApi } from '../desk-api.ts'
import { troubleText } from '../texts.ts'
import { FLOOR } from './texts.ts'

/** How the page of the floor acts: one thing at a time, and what came of the last. */
export type Act = {
  busy: boolean
  notice: { tone: Tone; text: string } | null
  /** Asks the office; answers whether it was taken. */
  ask(wish: Wish): Promise<boolean>
}

/** Sends a supervisor's acts to the Door. */
export const useAct = (api: DeskApi, lang: Lang): Act => {
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState<Act['notice']>(null)
  return {
    busy,
    notice,
    async ask(wish) {
      setBusy(true)
      const asked = await api.ask(wish)
      setBusy(false)
      const done = asked.status === 'done'
      setNotice(
        done ? { tone: 'tepat', text: say(FLOOR.done, lang) } : { tone: 'rusak', text: troubleText(asked, lang) },
      )
      return done
    },
  }
}
