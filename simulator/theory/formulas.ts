/**
 * What queueing theory says about simple offices, to hold the simulator against. Rates are per minute, times in minutes;
 * every office here is stable (less work than its counters can do), else a figure is infinite or negative.
 */

/** Erlang's delay formula: customers at `rate`, exponential cases of mean `service`, `servers` counters, one queue. */
export const erlangC = ({ servers, rate, service }: { servers: number; rate: number; service: number }) => {
  const load = rate * service
  // Erlang B by its recursion, then B to C.
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked)
  const waits = (servers * blocked) / (servers - load * (1 - blocked))
  const drain = servers / service - rate
  return {
    /** Probability of waiting at all. */
    waits,
    meanWait: waits / drain,
    /** Probability of waiting longer than `t`. */
    longerThan: (t: number): number => waits * Math.exp(-drain * t),
  }
}

/** Pollaczek–Khinchine: the mean wait at one counter, cases of any shape with mean `service` and variation `cv`. */
export const pollaczekKhinchine = ({ rate, service, cv }: { rate: number; service: number; cv: number }): number =>
  (rate * service * service * (1 + cv * cv)) / (2 * (1 - rate * service))

/**
 * Cobham: the mean wait of each class, first class first, when a free counter takes the first class before the second and
 * nobody is interrupted. Cases of all classes are exponential with the same mean.
 */
export const cobham = ({ servers, rates, service }: { servers: number; rates: readonly number[]; service: number }) => {
  const rate = rates.reduce((sum, r) => sum + r, 0)
  const residual = (erlangC({ servers, rate, service }).waits * service) / servers
  const share = (classes: readonly number[]) => (classes.reduce((sum, r) => sum + r, 0) * service) / servers
  return rates.map((_, k) => residual / ((1 - share(rates.slice(0, k))) * (1 - share(rates.slice(0, k + 1)))))
}

/** A class of customers at one counter. `second` is the mean of the squared minutes of a case. */
export type Class = { rate: number; service: number; second: number }

/**
 * Kleinrock's conservation law at one counter: Σ ρ·W over the classes is the same for every order that neither interrupts
 * nor idles nor looks at the length of a case.
 */
export const conservedWait = (classes: readonly Class[]): number => {
  const load = classes.reduce((sum, { rate, service }) => sum + rate * service, 0)
  const residual = classes.reduce((sum, { rate, second }) => sum + (rate * second) / 2, 0)
  return (load * residual) / (1 - load)
}
