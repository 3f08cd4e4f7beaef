import { Worker } from 'node:worker_threads'

/** What a thread may take: its own memory, MB, and time, ms. */
export type ThreadLimits = { memoryMb: number; ms: number }

/** What came of a thread: its answer, or why there is none; `silent`: it ended without a word. */
export type Threaded<T> = { status: 'answered'; answer: T } | { status: 'full' | 'late' | 'silent' }

const isSource = import.meta.url.endsWith('.ts')
// From the sources (tests) Node 20 needs a loader for TypeScript, which a thread registers itself; what is built is JavaScript.
const fromSource = (module: URL): string =>
  `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(module.href)})))`

const run = <T>(module: URL, given: unknown, { memoryMb, ms }: ThreadLimits): Promise<Threaded<T>> =>
  new Promise((resolve, reject) => {
    const built = new URL(module.href.replace(/\.ts$/, '.js'))
    const thread = new Worker(isSource ? fromSource(module) : built, {
      eval: isSource,
      workerData: given,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const late = setTimeout(() => {
      resolve({ status: 'late' })
      void thread.terminate()
    }, ms)
    thread.once('message', (answer) => resolve({ status: 'answered', answer }))
    thread.once('error', (trouble) => {
      const isFull = 'code' in trouble && trouble.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (isFull) resolve({ status: 'full' })
      else reject(trouble)
    })
    thread.once('exit', () => {
      clearTimeout(late)
      resolve({ status: 'silent' })
    })
  })

/** The one after the other: two at once would take both cores from the office. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Runs a module of ours, named by its source (`./x-thread.ts`), in a thread: what takes long or much holds up nobody. It finds
 * `given` as its `workerData` and posts one message, which is the answer. Rejects for a fault in it.
 */
export const inThread = <T>(module: URL, given: unknown, limits: ThreadLimits): Promise<Threaded<T>> => {
  const running = before.then(() => run<T>(module, given, limits))
  before = running.catch(() => undefined)
  return running
}
