/** The rows of the assurance that a storm shows of the product itself: what its pages and lines only model is not among them. */
export const STORM_ROWS = [
  ...['D2', 'D3', 'D5', 'M3', 'P3', 'T1', 'T2'],
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F16', 'F17', 'F18', 'F19', 'F22', 'F23', 'F35', 'F36', 'F38'],
] as const
