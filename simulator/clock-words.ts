/** A minute of the day as it is written on a letter, `10.07`. Seconds are cut off, as on a clock. */
export const clockText = (minute: number): string => {
  const whole = Math.floor(minute + 1e-9)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(whole / 60))}.${two(whole % 60)}`
}

/** A length of time in words: `47 min`, `2 h 50 min`. Rounded to whole minutes. */
export const lengthText = (minutes: number): string => {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  return hours === 0 ? `${whole} min` : `${hours} h ${whole % 60} min`
}
