import { expect, test } from 'vitest'
import { NOTHING_YET } from '../../server/rules/state.ts'
import { supervisorView } from '../../server/views/supervisor-view.ts'
import { chooseAlertLine } from '../../supervisor/floor/choose-alert.ts'
import { at, DENPASAR } from '../support/denpasar.ts'

const VIEW = supervisorView(NOTHING_YET, DENPASAR, '90', {
  epoch: 'e',
  seq: 1,
  at: at('10.00'),
  tokenOf: () => 'token',
})
const ALERT = { kind: 'used-twice', role: 'display', place: '2' } as const

test('the floor says whose token is used twice, what helps, and leads there', () => {
  const line = chooseAlertLine(ALERT, VIEW, 'id')
  expect(line).toMatchObject({
    head: 'Layar panggil 2 dipakai di dua tempat sekaligus. Mungkin ada yang menyalin kuncinya.',
    sub: 'Cabut dan pasangkan ulang.',
    offer: { by: 'page', path: '/supervisor/office/devices' },
  })
  expect(chooseAlertLine(ALERT, VIEW, 'en').head).toMatch(/^Display 2 is in use at two/)
})
