import type { Range } from '../protocol/range.ts'
import type { Slip } from '../protocol/views.ts'

const DAY_NAMES = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']

/** A day as paper says it, `Selasa 24-11-2026`. Takes a `DayStamp`, so no zone is involved. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${DAY_NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${date}-${month}-${year}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(zone, made)
  return made
}

/** An instant as a clock time of the office's zone with a dot, `10.07`: the Indonesian way of writing it. */
export function clockTime(at: number, zone: string): string {
  return clockOf(zone).format(at).replace(':', '.')
}

/** A window as written on the letters of M-Paspor, `10.00-11.00`. */
export function windowTime(window: { startAt: number; endAt: number }, zone: string): string {
  return `${clockTime(window.startAt, zone)}-${clockTime(window.endAt, zone)}`
}

/** A likely call, `10.20-10.45`. */
export function rangeTime({ fromAt, untilAt }: Range, zone: string): string {
  return windowTime({ startAt: fromAt, endAt: untilAt }, zone)
}

/**
 * What the arrival means for this person's turn, in Indonesian (queue-rules, section 2, "slip says"). A priority ticket
 * is told nothing that its letter does not say: its turn is before its arrival, so no turn time is named. Whoever comes
 * without an appointment is told the latest time, where one is known.
 */
export function verdictSentence(slip: Slip): string {
  const time = (at: number) => clockTime(at, slip.zone)
  const setBack = Math.round(slip.setBackMin)
  switch (slip.arrival) {
    case 'early': {
      const mayBeCalled =
        slip.callableFromAt > slip.checkedInAt
          ? `Anda bisa dipanggil sejak ${time(slip.callableFromAt)}.`
          : 'Anda bisa dipanggil lebih awal.'
      if (slip.priority || slip.window === null) return `Anda datang lebih awal. ${mayBeCalled}`
      const turn = `Giliran dihitung mulai ${time(slip.window.startAt)}.`
      return `Anda datang lebih awal. ${turn} Bila loket kosong, ${mayBeCalled}`
    }
    case 'on-time':
      return 'Anda tepat waktu. Silakan tunggu panggilan.'
    case 'late-grace': {
      const turn = slip.priority
        ? 'Silakan tunggu panggilan.'
        : `Giliran dihitung dari jam datang, ${time(slip.checkedInAt)}.`
      return `Terlambat sedikit, tidak apa-apa. ${turn}`
    }
    case 'late':
      return setBack === 0
        ? 'Jam Anda sudah lewat. Anda tetap dilayani hari ini.'
        : `Jam Anda sudah lewat, giliran mundur ${setBack} menit. Anda tetap dilayani hari ini.`
    case 'walk-in': {
      const why = slip.window === null ? 'Tanpa janji' : 'Jam Anda sudah jauh lewat. Anda dilayani seperti tanpa janji'
      const back = setBack === 0 ? '' : `, giliran mundur ${setBack} menit`
      const latest = slip.range === null ? '' : `, paling lambat ${time(slip.range.untilAt)}`
      return setBack === 0
        ? `${why}${latest}. Silakan tunggu panggilan.`
        : `${why}${back}${latest}. Yang punya janji dipanggil sesuai jamnya.`
    }
  }
}
