import { expect } from 'vitest'
import { drivePrinter } from '../../printer/drive-printer.ts'
import type { AnswerTrouble } from '../../printer/simulated/answer-line.ts'
import { HEALTHY, type Talk } from '../../printer/simulated/printer-state.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import type { ReceivedPaper } from '../../printer/simulated/received-paper.ts'
import { createSimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { makeHands } from '../support/hands.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, PRINTER } from '../support/rules.ts'
import { lineTo } from './memory-line.ts'
import { createMishaps, prepareMishap } from './mishaps.ts'
import { rulesDoor } from './rules-door.ts'
import { ADDRESS, denpasar, modelOf } from './sample-slip.ts'

/** One printer for a morning: what it is, how it answers, and the seed of its mishaps. */
export type Morning = { model: string; talk: Talk; seed: number; trouble?: AnswerTrouble }

/** What came of a morning, for counting. */
export type Told = { jobs: number; papers: number; proven: number; marked: number; open: number; mishaps: number }

const numberOf = ({ lines }: ReceivedPaper): string => lines.find((line) => /^ +[A-Z]\d{3}$/.test(line))?.trim() ?? '?'

/**
 * `jobs` people get a number, one after the other, from one printer, while whatever can happen to it happens: mishaps at
 * random bytes, cut lines, a driver that is killed and started anew. Somebody repairs everything within a while. Checked:
 * nobody ever holds two papers without a mark; what is told as printed came out whole; whoever has no proven paper has a
 * job that is open to be seen.
 */
export const liveMorning = async ({ model: id, talk, seed, trouble }: Morning, jobs: number): Promise<Told> => {
  const random = createRandom(seed)
  const nextMishap = createMishaps({ seed: seed + 1_000, rate: 1, bytes: 1_800 })
  const hands = makeHands()
  const model = modelOf(id)
  const printer = createSimulatedPrinter({
    ...{ clock: () => denpasar(10, 8), model, talk, timers: hands.timers, mmPerSec: 150, warmUpMs: 1_000 },
    trouble: trouble ?? null,
  })
  const story: string[] = []
  const tell = (what: string, fields: object) => {
    story.push(`${(hands.nowMs() / 1_000).toFixed(1)} ${what} ${JSON.stringify(fields)}`)
  }
  /** What happened around a ticket, for whoever has to find out why. */
  const storyOf = (ticketId: string) => {
    const first = story.findIndex((line) => line.includes(ticketId))
    const last = story.findLastIndex((line) => line.includes(ticketId))
    return [seed, ...story.slice(Math.max(0, first - 8), last + 8)].join('\n')
  }
  const seen: ReceivedPaper[] = []
  printer.onPaper((paper) => {
    seen.push(paper)
    tell('paper', { number: numberOf(paper), marked: paper.marked, partial: paper.partial, cut: paper.cut })
  })
  const codes = Array.from({ length: jobs }, (_, n) => `J${n}`)
  const office = rulesDoor(morningWith({}, ...codes.map((code) => booking(code, '10.00-11.00'))))
  const start = () => {
    const { line, cut } = lineTo(printer, hands.timers)
    // A process that is killed says nothing more: neither to the office nor to the printer.
    let alive = true
    const driver = drivePrinter({
      ...{ sender: PRINTER, port: line, model, address: ADDRESS, newCommandId: office.nextId, timers: hands.timers },
      log: { info: (fields, text) => tell(text, fields), warn: (fields, text) => tell(text, fields) },
      door: {
        submit: (input, sender) => (alive ? office.door.submit(input, sender) : new Promise(() => {})),
        watch: office.door.watch,
      },
    })
    return {
      driver,
      cut,
      kill() {
        alive = false
        office.forget()
        void line.close()
      },
    }
  }
  let running = start()
  let mishaps = 0

  /** Whoever sees the trouble repairs it after some seconds; nobody is faster than two. */
  printer.onState(({ power, cover, paper, error }) => {
    tell('printer', { power, cover, paper, error })
    if (power === 'on' && cover === 'closed' && paper !== 'end' && error === 'none') return
    hands.timers.after(2_000 + random() * 6_000, () =>
      printer.set({ ...HEALTHY, presenter: printer.state().presenter }),
    )
  })

  const mishap = () => {
    mishaps += 1
    const dice = random()
    const change = dice < 0.1 ? 'kill' : dice < 0.2 ? 'cut' : nextMishap()
    tell('mishap', { change })
    if (change === 'kill') {
      hands.timers.after(random() * 2_500, () => {
        running.kill()
        running = start()
      })
    } else if (change === 'cut') hands.timers.after(random() * 2_500, () => running.cut())
    else if (change !== null) prepareMishap(printer, change)
  }

  const papersOf = (ticketId: string) =>
    everyPaper(office.state().papers).filter((paper) => paper.ticketId === ticketId)
  const isOwed = (): boolean => office.state().papers.owed.length > 0
  for (const code of codes) {
    if (random() < 0.5) mishap()
    office.scan(code)
    const done = await hands.pass(() => !isOwed(), 600_000)
    expect(done, `a paper waits for ever: ${JSON.stringify(office.state().devices)}`).toBe(true)
    const ticketId = Object.values(office.state().kiosks)[0]?.visit?.ticketId ?? ''
    const [newest] = papersOf(ticketId).toReversed()
    // Where the printer proves nothing the visitor is asked; some walk away without an answer.
    if (newest?.state === 'unproven' && random() < 0.8) {
      await hands.pass(() => false, 2_500)
      const came = seen.some((paper) => ticketId.endsWith(numberOf(paper)) && !paper.partial)
      office.confirm(ticketId, came)
      await hands.pass(() => !isOwed(), 600_000)
    }
    // Somebody else comes every three seconds on average: 20 tickets a minute.
    await hands.pass(() => false, 6_000 * random())
    if (random() < 0.7) printer.takeTicket()
    if (model.cutter === null) printer.tear()
  }
  await running.driver.stop().catch(() => {})

  const told: Told = { jobs, papers: seen.length, proven: 0, marked: 0, open: 0, mishaps }
  const tickets = new Set(everyPaper(office.state().papers).map(({ ticketId }) => ticketId))
  expect(tickets.size).toBe(jobs)
  for (const ticketId of tickets) {
    const own = seen.filter((paper) => !paper.partial && ticketId.endsWith(numberOf(paper)))
    const papers = papersOf(ticketId)
    expect(
      own.filter(({ marked }) => !marked).length,
      `${ticketId} has two papers without a mark\n${storyOf(ticketId)}`,
    ).toBeLessThan(2)
    const proven = papers.filter(({ state }) => state === 'printed')
    if (trouble === undefined)
      for (const { mark } of proven)
        expect(
          own.some(({ marked }) => marked === (mark === 'reprint')),
          `${ticketId} ${mark} was told as printed\n${storyOf(ticketId)}`,
        ).toBe(true)
    const newest = papers.at(-1)?.state
    told.marked += own.some(({ marked }) => marked) ? 1 : 0
    if (proven.length > 0) told.proven += 1
    else {
      told.open += 1
      expect(['queued', 'unproven', 'uncertain', 'failed'], ticketId).toContain(newest)
    }
  }
  return told
}
