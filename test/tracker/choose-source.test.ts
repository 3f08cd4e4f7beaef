import { expect, test } from 'vitest'
import { chooseSource } from '../../tracker/choose-source.ts'

const ORIGIN = 'https://antrean.local'
const ask = (path: string, mode = 'cors', method = 'GET') => chooseSource({ url: ORIGIN + path, mode, method })

test('a ticket’s page comes from the network first, and what it is made of from the phone first', () => {
  expect(ask(`/t/${'T'.repeat(22)}`, 'navigate')).toBe('page')
  expect(ask('/assets/tracker-4f2a.js')).toBe('part')
})

test('nothing else is ever answered from the phone: no view, no command, no other page', () => {
  for (const path of [
    '/socket.io/?EIO=4',
    '/api/today',
    `/t/${'T'.repeat(22)}/manifest.webmanifest`,
    '/t/icon-192.png',
  ])
    expect(ask(path)).toBeNull()
  for (const path of ['/kiosk/1', '/', '/t/short', '/t/sw.js']) expect(ask(path, 'navigate')).toBeNull()
  expect(ask('/assets/tracker-4f2a.js', 'cors', 'POST')).toBeNull()
})
