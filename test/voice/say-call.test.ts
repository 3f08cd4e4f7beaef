import { describe, expect, test } from 'vitest'
import { Voice } from '../../protocol/office-screens.ts'
import { type SpokenCall, sayCall } from '../../voice/say-call.ts'
import { sayNotice } from '../../voice/say-notice.ts'
import { hasShipped, heard, languagesOf } from './shipped.ts'

const VOICE = Voice.parse({})
const callOf = (more: Partial<SpokenCall> = {}): SpokenCall => ({
  ...{ number: 'A037', counter: 3, together: [], zone: null },
  ...more,
})
const ONCE = 'Nomor antrean A nol tiga tujuh silakan menuju loket tiga'

describe('a call', () => {
  test('is said twice in Indonesian, with pauses before the number and before the counter', () => {
    const pieces = sayCall(callOf(), VOICE)
    expect(heard(pieces)).toBe(`${ONCE} ${ONCE}`)
    const pauseBefore = (clip: string) =>
      pieces[pieces.findIndex((piece) => 'clip' in piece && piece.clip === clip) - 1]
    expect(pauseBefore('id/a')).toEqual({ pauseMs: 320 })
    expect(pauseBefore('id/silakan-menuju-loket')).toEqual({ pauseMs: 420 })
    const counter = pieces[pieces.findIndex((piece) => 'clip' in piece && piece.clip.endsWith('loket')) + 1]
    expect(counter).toEqual({ pauseMs: 320 })
    expect(pieces.filter((piece) => 'pauseMs' in piece && piece.pauseMs > 900)).toEqual([])
  })

  test('is said once where the office wants that, and in English after Indonesian', () => {
    expect(heard(sayCall(callOf(), { ...VOICE, times: 1 }))).toBe(ONCE)
    const both = sayCall(callOf(), { ...VOICE, times: 1, languages: ['id', 'en'] })
    expect(heard(both)).toBe(`${ONCE} Ticket number A zero three seven please go to counter three`)
    expect(languagesOf(both)).toEqual(['id', 'en'])
  })

  test('of a family says every number before the counter', () => {
    expect(heard(sayCall(callOf({ together: ['A038', 'A039'] }), VOICE, 1))).toBe(
      'Nomor antrean A nol tiga tujuh A nol tiga delapan dan A nol tiga sembilan silakan menuju loket tiga',
    )
  })

  test('to another floor says which', () => {
    const zone = { name: { id: 'Ruang B', en: 'Room B' }, floor: 2 }
    expect(heard(sayCall(callOf({ zone }), VOICE, 1))).toBe(`${ONCE} di lantai dua`)
    expect(heard(sayCall(callOf({ zone: { ...zone, floor: -1 } }), VOICE, 1))).toBe(ONCE)
  })

  test('has a clip for every counter from 1 to 99, in both languages', () => {
    for (let counter = 1; counter <= 99; counter += 1)
      expect(heard(sayCall(callOf({ counter }), { ...VOICE, languages: ['id', 'en'] }, 1))).not.toContain('?')
  })
})

describe('a notice', () => {
  const both = ['id', 'en'] as const

  test.each([
    [
      { notice: 'break', resumes: '13.00' } as const,
      'Loket sedang istirahat. Panggilan mulai lagi pukul tiga belas Nomor dan urutan Anda tetap tersimpan.',
    ],
    [{ notice: 'break-ends' } as const, 'Panggilan mulai lagi dalam lima menit.'],
    [
      { notice: 'outage', since: '10.05' } as const,
      'Ada gangguan sistem sejak pukul sepuluh lewat lima menit Giliran Anda dijaga. Perkiraan dihitung ulang.',
    ],
    [
      { notice: 'closing', at: '15.30' } as const,
      'Kios tutup pukul lima belas lewat tiga puluh menit Yang sudah punya nomor tetap dilayani.',
    ],
    [{ notice: 'closed' } as const, 'Kantor tutup. Terima kasih.'],
  ])('%o is said in plain words', (notice, words) => {
    expect(heard(sayNotice(notice, ['id'], hasShipped))).toBe(words)
    expect(heard(sayNotice(notice, both, hasShipped))).not.toContain('?')
    expect(languagesOf(sayNotice(notice, both, hasShipped))).toEqual(['id', 'en'])
  })

  test('of the supervisor is said only in the languages in which every word of it can be said', () => {
    const known = { id: 'Kantor tutup hari ini', en: 'The lift is out of order' }
    expect(heard(sayNotice({ notice: 'announcement', words: known }, both, hasShipped))).toBe('Kantor tutup hari ini')
    const unknown = { id: 'Lift rusak', en: 'The lift is out of order' }
    expect(sayNotice({ notice: 'announcement', words: unknown }, both, hasShipped)).toEqual([])
  })
})
