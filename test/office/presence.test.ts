import { expect, test } from 'vitest'
import { makePresence } from '../../server/presence.ts'

test('a place is told by its oldest line while it has one, then by when the last one ended', () => {
  let now = 100
  const presence = makePresence(() => now)
  const leave = presence.arrive({ role: 'kiosk', place: '1' })
  now = 200
  const leaveToo = presence.arrive({ role: 'kiosk', place: '1' })
  const read = () => presence.read().map(({ connected, at }) => [connected, at])
  expect(read()).toEqual([[2, 100]])
  now = 300
  leave()
  expect(read()).toEqual([[1, 200]])
  leaveToo()
  expect(read()).toEqual([[0, 300]])
})
