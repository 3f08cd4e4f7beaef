/** `npm run simulate:validate`: every validation of the simulator and every target, two processes at a time. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Finding, Findings, lineOf } from '../finding.ts'
import { CHECKS, type Check, PARTS } from './checks.ts'

const PROCESSES = 2
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

const startedAt = performance.now()
const seconds = (): string => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`
const found = new Map<Check['part'], Finding[]>()
const faults: string[] = []

const verdictsOf = (part: Check['part']) =>
  part === 'targets' ? (['reached', 'MISSED'] as const) : (['ok', 'FAILED'] as const)
const titleOf = (part: Check['part']): string => `${part === 'targets' ? '' : `${part} `}${PARTS.get(part)}`

const tell = ({ part }: Check, findings: readonly Finding[]): void => {
  found.set(part, [...(found.get(part) ?? []), ...findings])
  console.log(`\n${titleOf(part)} (${seconds()})`)
  for (const finding of findings) console.log(`  ${lineOf(finding, verdictsOf(part))}`)
}

/** Gives the next check to a process until none is left. A process that ends before is a fault. */
const work = (queue: [number, Check][]): Promise<void> =>
  new Promise((resolve) => {
    const child = fork(WORKER)
    let inHand: Check | undefined
    const next = (): void => {
      const [place, check] = queue.shift() ?? []
      inHand = check
      if (place === undefined) child.disconnect()
      else child.send(place)
    }
    child.on('message', (message) => {
      if (inHand !== undefined) tell(inHand, Findings.parse(message))
      next()
    })
    child.on('exit', (code) => {
      if (inHand !== undefined) faults.push(`${titleOf(inHand.part)}: its process ended with ${code}`)
      resolve()
    })
    next()
  })

const queue = [...CHECKS.entries()]
await Promise.all(Array.from({ length: PROCESSES }, () => work(queue)))

/** What stands for a part in the summary: what failed first, else what came nearest to nothing being wrong with it. */
const oneOf = (findings: readonly Finding[]): Finding | undefined => findings.find(({ holds }) => !holds) ?? findings[0]

console.log(`\nIn all (${seconds()})`)
for (const part of PARTS.keys()) {
  const findings = found.get(part) ?? []
  const good = findings.filter(({ holds }) => holds).length
  if (good < findings.length || findings.length === 0) faults.push(titleOf(part))
  const one = oneOf(findings)
  console.log(`${titleOf(part)}: ${good} of ${findings.length}`)
  if (one !== undefined) console.log(`  ${lineOf(one, verdictsOf(part))}`)
}
for (const fault of faults) console.error(`NOT GOOD: ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
