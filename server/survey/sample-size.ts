import { rational, roundHalfUp } from './rational.ts'

/**
 * How many answers are enough for a population (Krejcie and Morgan 1970, the table of PermenPANRB 14/2017): chi-square 3.841
 * (95 %), proportion 0.5, error 0.05. S = 3.841·N·0.25 ÷ (0.0025·(N−1) + 3.841·0.25), to the nearest whole; 0 of nobody.
 */
export const sampleSize = (population: number): number =>
  population <= 0 ? 0 : roundHalfUp(rational(96_025 * population, 250 * (population - 1) + 96_025))
