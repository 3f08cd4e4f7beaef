import { afterAll, expect, test } from 'vitest'
import { keepFigure } from '../support/keep-figure.ts'
import { endServers, newDataFolder, newPin, plainOffice, startServer } from './server-process.ts'

afterAll(endServers)

test('a server that is killed after every guess of a PIN gives no guess for nothing', {
  tags: ['W8'],
}, async (context) => {
  const folder = newDataFolder(plainOffice())
  let server = await startServer(folder)
  const pin = await newPin(server, '90')
  const codes: string[] = []
  for (let guess = 0; guess < 8; guess++) {
    const wrong = pin === '804617' ? '804618' : '804617'
    const response = await fetch(new URL('/api/desk/session', server.address), {
      method: 'POST',
      headers: { origin: server.address, 'content-type': 'application/json' },
      body: JSON.stringify({ staff: '90', pin: wrong }),
    })
    codes.push((await response.text()).includes('sign-in-locked') ? 'locked' : 'failed')
    await server.kill()
    server = await startServer(folder)
  }
  await server.stop()
  // After the third each has to wait, and the wait goes on over the kill.
  expect(codes.slice(0, 3)).toEqual(['failed', 'failed', 'failed'])
  expect(codes.slice(3)).toContain('locked')
  expect(codes.filter((code) => code === 'failed').length).toBeLessThanOrEqual(5)
  keepFigure(context, `${codes.length} kills, ${codes.filter((code) => code === 'failed').length} guesses looked at`)
})
