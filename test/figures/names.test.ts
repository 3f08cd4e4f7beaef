import { expect, test } from 'vitest'
import { OverrideAct } from '../../protocol/commands.ts'
import { namesIn } from '../../server/figures/names.ts'
import { DENPASAR } from '../support/denpasar.ts'

test('every override and every reason of one is told in words, those of a cancelled number too', () => {
  for (const lang of ['id', 'en'] as const) {
    const names = namesIn(DENPASAR, lang)
    for (const act of OverrideAct.options) expect(names.act(act)).toMatch(/^[A-Z]/)
    for (const { id, name } of [...DENPASAR.reasons.override, ...DENPASAR.reasons.cancel])
      expect(names.override(id)).toBe(name[lang])
  }
})

test('a journey that was kept on paper is called by its stages', () => {
  const [first, second] = DENPASAR.stages
  const names = namesIn(DENPASAR, 'id')
  expect(names.stage(`${first?.id}+${second?.id}`)).toBe(`${first?.name.id} + ${second?.name.id}`)
})
