/** A fraction of whole numbers, denominator above 0: sums and roundings are exact, as no binary float is (83.805). */
export type Rational = { num: bigint; den: bigint }

/** `num / den`; the denominator must be above 0. */
export const rational = (num: number | bigint, den: number | bigint = 1): Rational => ({
  num: BigInt(num),
  den: BigInt(den),
})

/** The sum of two. */
export const plus = (a: Rational, b: Rational): Rational => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den })

/** The product of two. */
export const times = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den })

/** Below 0 when `a` is smaller, 0 when both are the same, above 0 when it is larger. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest whole number of one that is not negative, halves up. */
export const roundHalfUp = ({ num, den }: Rational): number => Number((2n * num + den) / (2n * den))

/** The same at two decimals, `83.81`. */
export const toHundredths = (value: Rational): number => roundHalfUp(times(value, rational(100))) / 100
