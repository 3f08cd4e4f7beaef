import { describe, expect, test } from 'vitest'
import { KEYPAD } from '../../kiosk/keypad-texts.ts'
import { ALWAYS, IDLE, KIOSK_TEXTS, TICKET } from '../../kiosk/texts.ts'

const TEXTS = Object.entries(KIOSK_TEXTS).flatMap(([group, texts]) =>
  Object.entries(texts).map(([name, words]) => ({ name: `${group}.${name}`, ...words })),
)
const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

describe('the words of a kiosk', () => {
  test('every text is there in Indonesian and in English', () => {
    expect(TEXTS.length).toBeGreaterThan(80)
    for (const { name, id, en } of TEXTS) {
      expect(id.trim(), name).not.toBe('')
      expect(en.trim(), name).not.toBe('')
    }
  })

  test('both languages leave the same blanks to fill', () => {
    for (const { name, id, en } of TEXTS) expect(blanks(en), name).toEqual(blanks(id))
  })

  test('the Indonesian is spelled as KBBI spells it, and nobody is shouted at', () => {
    for (const { name, id } of TEXTS) {
      expect(id, name).not.toMatch(/antrian|silahkan|perpanjangan|jadual|\bresiko\b|!/i)
      expect(id, name).not.toMatch(/±|≥/)
    }
  })

  test('what a visitor and a colleague look for is said in the agreed words', () => {
    expect(IDLE.startHeadline.id).toBe('Pindai kode M-Paspor Anda')
    expect(ALWAYS.typeCode.id).toBe('Ketik kode')
    expect(KEYPAD.find.id).toBe('Cari janji saya')
    expect(TICKET.onTime.id).toBe('Anda tepat waktu')
  })
})
