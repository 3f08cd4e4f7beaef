import { z } from 'zod'

const Value = z.number().nullable()
const Scenario = z.object({ firstDay: z.record(z.string(), z.array(z.array(Value))) }).catchall(z.unknown())
const Figures = z.record(z.string(), Value)
/** Results of another simulator in the shape of `../shared/days/reference.json`. */
export const Reference = z.record(z.string(), Scenario)
export type Reference = z.infer<typeof Reference>

/** Pooled figures may differ by this share, and first calls by so many minutes (both are told to three decimals). */
const FIGURE_SHARE = 0.01
const FIGURE_ROUNDING = 0.0005
const CALL_MIN = 0.002

/** What was held against a reference: how many values, and every disagreement as a sentence. */
export type Agreement = { compared: number; disagreements: string[] }

const differ = (a: number | null, b: number | null, tolerance: number): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > tolerance

/**
 * Holds results against a reference, both in the shape of `resultsJson`: every figure that the reference has within 1 %, and
 * on the first day every first call of every applicant within 0.002 minutes. Scenarios and policies that one of them lacks
 * are left out.
 */
export const agreeWith = (reference: Reference, results: Reference): Agreement => {
  const disagreements: string[] = []
  let compared = 0
  for (const [scenario, theirs] of Object.entries(reference)) {
    const ours = results[scenario]
    if (ours === undefined) continue
    const figures = (of: typeof ours, policy: string) => Figures.safeParse(of[policy]).data ?? {}
    for (const policy of Object.keys(ours.firstDay)) {
      for (const [name, value] of Object.entries(figures(theirs, policy))) {
        const own = figures(ours, policy)[name] ?? null
        compared += 1
        if (differ(own, value, Math.max(Math.abs(value ?? 0) * FIGURE_SHARE, FIGURE_ROUNDING)))
          disagreements.push(`${scenario}, ${policy}: ${name} is ${own}, the reference has ${value}`)
      }
      const [mine, given] = [ours.firstDay[policy] ?? [], theirs.firstDay[policy] ?? []]
      for (const [who, calls] of given.entries())
        for (const [k, call] of calls.entries()) {
          const own = mine[who]?.[k] ?? null
          compared += 1
          if (differ(own, call, CALL_MIN))
            disagreements.push(
              `${scenario}, ${policy}: applicant ${who}, stage ${k + 1} is called at ${own}, the reference has ${call}`,
            )
        }
    }
  }
  return { compared, disagreements }
}
