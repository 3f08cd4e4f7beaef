import type { Answer } from '../../protocol/answers.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { Sender } from '../../protocol/roles.ts'
import { ANSWER_TIMEOUT_MS } from '../../protocol/socket.ts'
import type { View } from '../../protocol/views.ts'
import { type Seen, seeLoss } from '../../ui/seen.ts'
import { type Climate, type Line, openLine } from './line.ts'
import type { Server } from './server.ts'
import type { HistoryLine, World } from './world.ts'

/** A page of the office: it keeps its line, shows views and asks as `ui/connection.ts` does. */
export type Client = {
  name: string
  sender: Sender
  seen(): Seen<View>
  line(): Line | null
  /** Whether its buttons can be pressed. */
  isLive(): boolean
  /** Asks once, and once more with the same id when the answer is lost and the line comes back in time. */
  submit(wish: Wish, onEnd?: (answer: Answer | null) => void): void
  /** Asks nobody any more and shows nothing. */
  leave(): void
}

/** Opens a page; from here on it reconnects for ever, 0.25–2 s after each loss. */
export const openClient = (world: World, server: Server, sender: Sender, climate: Climate): Client => {
  const { time, seams } = world
  const name = sender.role === 'tracker' ? `phone ${sender.place}` : `${sender.role} ${sender.place}`
  const draws = world.draws(`client ${name}`)
  let seen: Seen<View> = { status: 'connecting' }
  let line: Line | null = null
  let gone = false
  const greeted = new Set<() => void>()
  const lost = new Set<() => void>()
  const kept: (() => void)[] = []

  const connect = (): void => {
    const life = server.life()
    if (gone || line !== null) return
    if (life === null) {
      time.after(draws.uniform(250, 2000), connect)
      return
    }
    const opened = openLine(world, life, sender, climate, {
      onView(view) {
        if (!gone) seen = seams.show(seen, view)
      },
      onDown() {
        line = null
        seen = seeLoss(seen, 0)
        for (const lose of [...lost]) lose()
        time.after(draws.uniform(250, 2000), connect)
      },
    })
    line = opened
    for (const act of [...greeted]) act()
    for (const send of kept.splice(0)) send()
  }

  const isLive = (): boolean => line !== null && !line.isSilent() && seen.status === 'live'

  /** Remembers how long a command was under way at the most when it reached the office. */
  const noteArrival = (op: HistoryLine, sentAt: number) => (): void => {
    op.underWayMs = Math.max(op.underWayMs, time.now() - sentAt)
  }

  /** One question and its answer; null when the answer was lost. */
  const ask = (command: object, op: HistoryLine, onAnswer: (answer: Answer | null) => void): void => {
    const asked = line
    if (asked === null || asked.isSilent()) {
      onAnswer(null)
      return
    }
    let isOver = false
    const settle = (answer: Answer | null): void => {
      if (isOver) return
      isOver = true
      lost.delete(lose)
      onAnswer(answer)
    }
    const lose = (): void => settle(null)
    lost.add(lose)
    time.after(ANSWER_TIMEOUT_MS, lose)
    asked.ask(command, settle, noteArrival(op, time.now()))
  }

  const whenGreeted = (act: (isBack: boolean) => void): void => {
    if (line !== null) {
      act(true)
      return
    }
    const resume = (): void => {
      greeted.delete(resume)
      act(true)
    }
    greeted.add(resume)
    time.after(ANSWER_TIMEOUT_MS, () => greeted.delete(resume) && act(false))
  }

  const submit = (wish: Wish, onEnd: (answer: Answer | null) => void = () => {}): void => {
    const key = world.newId(sender.role.slice(0, 7))
    const command = { ...wish, commandId: key }
    if (!isLive() && !seams.keepsCommands) {
      world.tell(name, () => `cannot ask ${wish.type}: not connected`)
      return
    }
    const op: HistoryLine = {
      ...{ client: name, op: wish.type, key, invokedAt: time.now(), underWayMs: 0 },
      ...{ returnedAt: null, result: 'unknown', answer: null },
    }
    world.history.push(op)
    world.tell(name, () => `asks ${describe(wish)} (${key})`)
    const end = (answer: Answer | null): void => {
      if (answer !== null) {
        op.returnedAt = time.now()
        op.result = answer.status === 'taken' ? 'ok' : 'refused'
        op.answer = answer
      }
      world.tell(name, () => `${wish.type} (${key}): ${answer === null ? 'no answer' : describeAnswer(answer)}`)
      onEnd(answer)
    }
    const send = (): void => {
      ask(command, op, (first) => {
        if (first !== null) return end(first)
        whenGreeted((isBack) => {
          if (!isBack) return end(null)
          ask(seams.newIdOnRetry ? { ...command, commandId: world.newId('again') } : command, op, end)
        })
      })
    }
    if (isLive()) send()
    else {
      const noted = noteArrival(op, op.invokedAt)
      kept.push(() => line?.ask(command, end, noted))
      world.tell(name, () => 'keeps it for later')
    }
  }

  server.onStart(() => void time.after(draws.uniform(50, 2000), connect))
  connect()
  return {
    ...{ name, sender, submit, isLive },
    seen: () => seen,
    line: () => line,
    leave() {
      gone = true
      line?.cut(0)
    },
  }
}

const describe = ({ type, ...rest }: Wish): string => {
  const text = JSON.stringify(rest)
  return text === '{}' ? type : `${type} ${text.slice(0, 120)}`
}

const describeAnswer = (answer: Answer): string => {
  if (answer.status === 'taken') return JSON.stringify(answer.result)
  return answer.status === 'refused' ? `refused, ${answer.refusal.code}` : 'not understood'
}
