/** An axis from zero: its end, and the values that are written at it. */
export type Axis = { max: number; ticks: number[] }

const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1000, 2000, 5000]

/** The axis that holds `values`, with at most six marks at round minutes or people. */
export const axisFor = (values: readonly number[]): Axis => {
  const top = Math.max(1, ...values.filter(Number.isFinite))
  const step = STEPS.find((one) => top / one <= 5) ?? Math.ceil(top / 5)
  const count = Math.ceil(top / step)
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, k) => k * step) }
}
