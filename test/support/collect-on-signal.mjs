/** Loaded into a server before it starts: at SIGUSR2 it collects its garbage and leaves the bytes held in `HEAP_FILE`. */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
process.on('SIGUSR2', () => {
  collect()
  writeFileSync(process.env.HEAP_FILE, String(process.memoryUsage().heapUsed))
})
