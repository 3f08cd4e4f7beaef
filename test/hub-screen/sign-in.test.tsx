// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { openHub } from './open-hub.tsx'
import { sampleBoard } from './sample-board.ts'

afterEach(cleanup)

const OUT = { status: 401, body: {} }
const type = async (key: string): Promise<void> => {
  fireEvent.input(await screen.findByLabelText('Kunci baca'), { target: { value: key } })
  fireEvent.click(screen.getByRole('button', { name: 'Masuk' }))
}

test('a key that the hub knows opens the board', async () => {
  const { asked, given } = openHub('/', { board: OUT })
  await screen.findByLabelText('Kunci baca')
  given.board = { status: 200, body: sampleBoard() }
  await type('kunci-pembaca')
  await screen.findByRole('heading', { level: 1, name: 'Papan' })
  expect(asked).toContain('sign-in')
})

test.each([
  [401, 'Kunci ini tidak dikenal.'],
  [429, 'Terlalu sering. Tunggu satu menit.'],
  [503, 'Server pusat tidak menjawab.'],
])('a try that the hub answers with %i says why, and the key is forgotten', async (status, words) => {
  openHub('/', { board: OUT, 'sign-in': { status, body: {} } })
  await type('salah')
  await screen.findByText(words)
  expect(screen.getByLabelText<HTMLInputElement>('Kunci baca').value).toBe('')
})

test('an empty key is not sent', async () => {
  const { asked } = openHub('/', { board: OUT })
  await type('  ')
  await screen.findByText('Isi kunci baca.')
  expect(asked).not.toContain('sign-in')
})

test('signing out leaves the board and asks for a key', async () => {
  const { asked, given } = openHub('/')
  fireEvent.click(await screen.findByRole('button', { name: 'Keluar' }))
  given.board = OUT
  await screen.findByLabelText('Kunci baca')
  expect(asked).toContain('sign-out')
})

test('a hub that never answered says so, and nothing else', async () => {
  openHub('/', { board: null })
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Server pusat tidak menjawab.'),
  )
  expect(screen.queryByRole('navigation')).toBeNull()
})
