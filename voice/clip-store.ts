import { type ClipId, VoiceManifest } from '../protocol/voice.ts'

/** Where clips come from: the list of all of them, and the bytes of one. */
export type ClipSource = { list(): Promise<unknown>; load(file: string, sha256: string): Promise<ArrayBuffer> }

/** A clip that can be played, and what it says. */
export type Heard = { buffer: AudioBuffer; words: string }

/** The clips of a page. */
export type ClipStore = {
  /** Whether a clip was made; false for all of them until the list came. */
  has(clip: ClipId): boolean
  /** Reads the list, if there is none or it is old. Never rejects. */
  refresh(): Promise<void>
  /** A clip, decoded; null when it is not there, does not come in time, or cannot be decoded. */
  get(clip: ClipId, context: BaseAudioContext): Promise<Heard | null>
}

/** How much sound is kept decoded, s: some 20 MB. Beyond it, what was not heard for the longest time goes. */
const KEPT_SEC = 100
/** A list older than this is read anew: an office may have recorded words meanwhile, ms. */
const FRESH_MS = 10 * 60_000
/** A clip that takes longer to come than this is left out, ms. */
const COMES_WITHIN_MS = 4_000

/** A browser whose sound hangs may never answer; nobody waits for it. */
const inTime = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), COMES_WITHIN_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

const get = async (path: string): Promise<Response> => {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

/** The clips of this page's server. */
export const serverClips: ClipSource = {
  list: async (): Promise<unknown> => (await get('/voice/manifest.json')).json(),
  load: async (file, sha256) => (await get(`/voice/${file}?v=${sha256.slice(0, 16)}`)).arrayBuffer(),
}

/** Opens the clips of a source. `now`: a monotonic clock, ms. */
export const openClipStore = (source: ClipSource, now: () => number): ClipStore => {
  let list: VoiceManifest = {}
  let listedAt: number | null = null
  const decoded = new Map<string, Heard>()

  const keep = (key: string, heard: Heard): Heard => {
    decoded.delete(key)
    decoded.set(key, heard)
    let seconds = [...decoded.values()].reduce((sum, { buffer }) => sum + buffer.duration, 0)
    for (const [oldest, { buffer }] of decoded) {
      if (seconds <= KEPT_SEC || oldest === key) break
      decoded.delete(oldest)
      seconds -= buffer.duration
    }
    return heard
  }

  return {
    has: (clip) => list[clip] !== undefined,
    async refresh() {
      if (listedAt !== null && now() - listedAt < FRESH_MS) return
      try {
        list = VoiceManifest.parse(await inTime(source.list()))
        listedAt = now()
      } catch {
        // The list before it, or none, is what can be said until the server answers.
      }
    },
    async get(clip, context) {
      const entry = list[clip]
      if (entry === undefined) return null
      const { file, sha256, words } = entry
      const known = decoded.get(sha256)
      if (known !== undefined) return keep(sha256, known)
      try {
        const buffer = await inTime(source.load(file, sha256).then((bytes) => context.decodeAudioData(bytes)))
        return keep(sha256, { buffer, words })
      } catch {
        return null
      }
    },
  }
}
