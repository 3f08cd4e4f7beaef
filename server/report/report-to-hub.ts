import type { Bulletin, HubPlace } from '../../protocol/hub/report.ts'
import type { Clock } from '../clock.ts'
import type { Journal, Recorded } from '../journal/journal.ts'
import type { HubLine } from './hub-line.ts'
import { nextParcel, standsIn } from './next-parcel.ts'

/** What is recorded within so long goes in one parcel, ms. */
const GATHER_MS = 1_000
const BULLETIN_MS = 10_000
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 120_000

/** Tells about itself; pino's logger fits. */
type Log = { warn(fields: object, message: string): void }

/** How long the next try waits after so many that failed in a row, ms: 2, 4, 8 s … two minutes. */
export const waitAfter = (failures: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))

/**
 * Tells the hub what is recorded, one parcel after the other, from where the hub says it is: nothing of that is kept here, and a parcel
 * whose answer was lost is sent again. Where the hub cannot be asked the office goes on and tells it later, in order. A hub that holds
 * another history is told so in the bulletin and nothing else, until it forgot that. `bulletin` makes what the office says of itself, all of it
 * until the hub heard one. Whatever goes wrong here, be it a damaged event of two years ago, is logged and never ends the office.
 */
export const reportToHub = (options: {
  line: HubLine
  journal: Pick<Journal, 'read'>
  onRecorded: (listener: (recorded: readonly Recorded[]) => void) => () => void
  bulletin: (telling: Bulletin['telling'], wasHeard: boolean) => Promise<Bulletin>
  clock: Clock
  log: Log
}): { stop(): Promise<void> } => {
  const { line, journal, onRecorded, bulletin, clock, log } = options
  let isStopped = false
  /** Null before the hub was asked for its place. */
  let telling: Bulletin['telling'] | null = null
  let wasHeard = false
  let wake = () => {}
  /** Each trouble is said once, and again after another one or none. */
  const said = new Map<'telling' | 'bulletin', string>()
  const note = (what: 'telling' | 'bulletin', why: string | null, message = ''): void => {
    if (why === null) said.delete(what)
    else if (said.get(what) !== why) {
      said.set(what, why)
      log.warn({ why }, message)
    }
  }

  /** Until so long is over, or somebody wakes it. */
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (isStopped) return resolve()
      const callOff = clock.wakeAt(clock.now() + ms, resolve)
      wake = () => {
        callOff()
        resolve()
      }
    })
  /** Not more often than once in so long, however much is recorded. */
  const gather = (ms: number): Promise<void> =>
    new Promise((resolve) => void (isStopped ? resolve() : clock.wakeAt(clock.now() + ms, resolve)))

  /** Told until the end; false where it has to be tried again. */
  const tellAll = async (): Promise<boolean> => {
    const asked = await line.place()
    if (asked.status !== 'done') {
      if (asked.status === 'away') note('telling', asked.why, 'the hub cannot be told')
      return false
    }
    let place: HubPlace = asked.value
    // A hub that begins anew has nothing of the survey either.
    if (place.seq === 0) wasHeard = false
    while (!isStopped) {
      // Asked anew for every answer: another machine may tell under the same name.
      if (!(await standsIn(journal, place))) {
        note('telling', `event ${place.seq}`, 'the hub has another history of this office; it is told nothing')
        telling = 'another-history'
        return false
      }
      const told = await nextParcel(journal, place)
      const sent = told.length === 0 ? null : await line.send({ told })
      if (sent?.status !== 'away') {
        const isFirst = telling === null
        telling = sent?.status === 'another-history' ? 'another-history' : 'on'
        if (isFirst) beat()
      }
      if (sent?.status === 'away') note('telling', sent.why, 'the hub cannot be told')
      else note('telling', null)
      if (sent === null) return true
      if (sent.status !== 'done' || sent.value.seq <= place.seq) return false
      place = sent.value
    }
    return true
  }

  const run = async (): Promise<void> => {
    let failures = 0
    while (!isStopped) {
      let isWoken = false
      const stopListening = onRecorded(() => {
        isWoken = true
        if (failures === 0) wake()
      })
      const isTold = await tellAll().catch((trouble: unknown) => {
        note('telling', String(trouble), 'the hub is told nothing more until this is mended')
        return false
      })
      failures = isTold ? 0 : failures + 1
      if (failures > 0) await rest(waitAfter(failures))
      else if (!isWoken) await rest(LONGEST_WAIT_MS)
      stopListening()
      await gather(GATHER_MS)
    }
  }

  let saying: Promise<void> | null = null
  const say = async (): Promise<void> => {
    if (telling === null) return
    const heard = await line.bulletin(await bulletin(telling, wasHeard))
    wasHeard ||= heard.status === 'done'
    note('bulletin', heard.status === 'away' ? heard.why : null, 'the hub was not told how the office is')
  }
  /** A hub that takes its time is not asked twice at once. */
  const beat = (): void => {
    saying ??= say()
      .catch((trouble: unknown) => note('bulletin', String(trouble), 'the hub was not told how the office is'))
      .finally(() => {
        saying = null
      })
  }
  const running = run()
  const beating = setInterval(beat, BULLETIN_MS)
  return {
    async stop() {
      isStopped = true
      clearInterval(beating)
      wake()
      await Promise.race([Promise.all([running, saying]), new Promise((late) => setTimeout(late, GATHER_MS).unref())])
    },
  }
}
