import { clockText } from '../clock-words.ts'

/** A number as Indonesian writes it: `1.582`, `12,4`. What is no number is a dash. */
export const numberText = (value: number, decimals = 0): string => {
  if (!Number.isFinite(value)) return '–'
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : ''
  return `${sign}${grouped}${part === undefined ? '' : `,${part}`}`
}

/** A share of 0 to 1 in percent: `92,3 %`. */
export const shareText = (share: number, decimals = 0): string =>
  Number.isFinite(share) ? `${numberText(share * 100, decimals)} %` : '–'

/** A difference with its sign: `+2,1`, `−18,4`. */
export const signedText = (value: number, decimals = 1): string =>
  `${Number(value.toFixed(decimals)) > 0 ? '+' : ''}${numberText(value, decimals)}`

/** `10.00–11.00`: a window `[start, end)` in minutes after midnight. */
export const windowText = ([start, end]: readonly [number, number]): string => `${clockText(start)}–${clockText(end)}`
