/** One filter of second order: where it works, how sharply (Q), and by how much (dB; nothing for a highpass). */
export type Filter = { type: 'highpass' | 'lowshelf' | 'peak'; hz: number; q: number; db: number }

type Weights = { b: readonly [number, number, number]; a: readonly [number, number, number] }

/** Bristow-Johnson's cookbook of audio filters. */
const weightsOf = ({ type, hz, q, db }: Filter, rate: number): Weights => {
  const w = (2 * Math.PI * hz) / rate
  const [cos, alpha, amp] = [Math.cos(w), Math.sin(w) / (2 * q), 10 ** (db / 40)]
  switch (type) {
    case 'highpass':
      return { b: [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2], a: [1 + alpha, -2 * cos, 1 - alpha] }
    case 'peak':
      return {
        b: [1 + alpha * amp, -2 * cos, 1 - alpha * amp],
        a: [1 + alpha / amp, -2 * cos, 1 - alpha / amp],
      }
    case 'lowshelf': {
      const root = 2 * Math.sqrt(amp) * alpha
      const [up, down] = [amp + 1, amp - 1]
      return {
        b: [amp * (up - down * cos + root), 2 * amp * (down - up * cos), amp * (up - down * cos - root)],
        a: [up + down * cos + root, -2 * (down + up * cos), up + down * cos - root],
      }
    }
  }
}

/** Samples (-1 to 1) at 22,050 a second after a filter. */
export const filtered = (samples: Float64Array, filter: Filter): Float64Array => {
  const { a, b } = weightsOf(filter, 22_050)
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  return samples.map((x) => {
    const y = (b[0] * x + b[1] * x1 + b[2] * x2 - a[1] * y1 - a[2] * y2) / a[0]
    ;[x2, x1, y2, y1] = [x1, x, y1, y]
    return y
  })
}
