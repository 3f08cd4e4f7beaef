// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { chooseOrder } from '../../hub/parts/choose-order.ts'
import { openHub } from './open-hub.tsx'

afterEach(cleanup)

const openList = async () => {
  openHub('/')
  const list = await screen.findByRole('region', { name: 'Daftar kantor' })
  const rows = (): string[] =>
    within(list)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent ?? '')
  return { list, rows }
}

describe('the list of offices', () => {
  test('begins with those that want somebody', async () => {
    const { rows } = await openList()
    expect(rows().slice(0, 4).toSorted()).toEqual(
      ['Bandung', 'Denpasar', 'Makassar', 'Medan'].map((place) => `Kanim Kelas I TPI ${place}`),
    )
    expect(rows().at(-1)).toMatch(/^Kanim/)
  })

  test('is sorted by a head, and turned round by the same; what is not known stays last', async () => {
    const { list, rows } = await openList()
    const head = within(list).getByRole('columnheader', { name: /^Menunggu/ })
    const press = () => fireEvent.click(within(head).getByRole('button'))
    expect(head.getAttribute('aria-sort')).toBeNull()
    press()
    expect(head.getAttribute('aria-sort')).toBe('descending')
    const most = rows()[0]
    expect(rows().slice(-4)).toContain('wamena')
    press()
    expect(head.getAttribute('aria-sort')).toBe('ascending')
    expect(rows()[0]).not.toBe(most)
    expect(rows().slice(-4)).toContain('wamena')
  })

  test('is narrowed by name, region and state', async () => {
    const { list, rows } = await openList()
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' JAKARTA' } })
    expect(rows()).toHaveLength(5)
    screen.getByText('5 dari 140')
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } })
    fireEvent.change(screen.getByLabelText('Keadaan'), { target: { value: 'silent' } })
    expect(rows()).toHaveLength(3)
    fireEvent.change(screen.getByLabelText('Wilayah'), { target: { value: 'maluku' } })
    expect(rows()).toEqual(['Kanim Kelas II Saumlaki'])
    fireEvent.change(screen.getByLabelText('Wilayah'), { target: { value: 'bali' } })
    within(list).getByText('Tidak ada kantor yang cocok.')
  })
})

describe('an order', () => {
  const rows = [{ n: 2 }, { n: null }, { n: 10 }, { n: 1 }]
  test.each([
    ['ascending', [1, 2, 10, null]],
    ['descending', [10, 2, 1, null]],
  ] as const)('%s keeps rows without a key last', (direction, sorted) => {
    expect(chooseOrder(rows, ({ n }) => n, direction).map(({ n }) => n)).toEqual(sorted)
  })

  test('of words counts the numbers in them', () => {
    expect(chooseOrder(['Loket 10', 'Loket 9'], (row) => row, 'ascending')).toEqual(['Loket 9', 'Loket 10'])
  })
})
