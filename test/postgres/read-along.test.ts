import { expect, test } from 'vitest'
import { CHAIN_START, nextLink } from '../../server/journal/chain.ts'
import type { Links } from '../../server/journal/read-chain.ts'
import { readAlong } from '../../server/read-along.ts'

const BY = JSON.stringify({ role: 'clock', place: 'clock', staff: null })

/** A chain of so many events, each of which opens another day. */
const chainOf = (count: number): Links & { altered: number | null } => {
  let link = CHAIN_START
  const rows = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10)
    const row = {
      seq: i + 1,
      at: i,
      by: BY,
      command_id: `command-${i}`,
      event: JSON.stringify({ type: 'DayOpened', day }),
    }
    link = nextLink(link, row)
    return { ...row, link }
  })
  const chain: Links & { altered: number | null } = {
    altered: null,
    linkAt: async (seq) => rows[seq - 1]?.link ?? null,
    rowsFrom: async (from, limit) =>
      rows.slice(from - 1, from - 1 + limit).map((row) => (row.seq === chain.altered ? { ...row, at: 7_777 } : row)),
  }
  return chain
}

test('reads a thousand events at a look, says whether that was all, and keeps the last two days that were opened', async () => {
  const chain = chainOf(2_500)
  const along = readAlong(async () => null)
  const looks = []
  for (let look = 0; look < 4; look += 1) looks.push([await along.look(chain), along.ahead()?.seq])
  expect(looks).toEqual([
    [false, 1_000],
    [false, 2_000],
    [true, 2_500],
    [true, 2_500],
  ])
  const ahead = along.ahead()
  expect(ahead?.link).toBe(await chain.linkAt(2_500))
  expect(ahead?.opened.map(({ seq }) => seq)).toEqual([2_499, 2_500])
  expect(ahead?.state).toEqual(ahead?.opened.at(-1)?.state)
})

test('begins at a snapshot', async () => {
  const chain = chainOf(1_200)
  const whole = readAlong(async () => null)
  await whole.look(chain)
  const rest = readAlong(async () => whole.ahead())
  expect(await rest.look(chain)).toBe(true)
  await whole.look(chain)
  expect(rest.ahead()).toEqual(whole.ahead())
})

test('has nothing to go on from once an event does not fit the chain', async () => {
  const chain = chainOf(1_200)
  const along = readAlong(async () => null)
  await along.look(chain)
  chain.altered = 1_100
  expect(await along.look(chain)).toBe(true)
  expect(along.ahead()).toBeNull()
  chain.altered = null
  await along.look(chain)
  expect(along.ahead()).toBeNull()
})
