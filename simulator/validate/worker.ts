import { CHECKS } from './checks.ts'

/** Does the checks that `main.ts` asks for, by their place in the list, and answers each with its findings. */
process.on('message', (place) => process.send?.(CHECKS[Number(place)]?.run() ?? []))
