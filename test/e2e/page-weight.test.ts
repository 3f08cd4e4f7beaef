import { expect, test } from 'vitest'
import { SCREENS, SCRIPT_MOST, weighPage } from '../bench/page-weight.ts'

test.each(SCREENS)('%s is at most 150 kB of compressed script, with what it fetches later', (screen) => {
  const { first, later } = weighPage(screen)
  expect(first.gzip).toBeGreaterThan(10_000)
  expect(first.gzip + later.gzip).toBeLessThanOrEqual(SCRIPT_MOST)
})

test.each(SCREENS)('no script of %s is found late: its HTML names all that it cannot run without', (screen) => {
  const { named, first } = weighPage(screen)
  expect(named.toSorted()).toEqual(first.names.toSorted())
})

test('the reader of the camera comes to nobody but those who open the camera', () => {
  const laterOf = (screen: string) => weighPage(screen).later.names.join()
  expect(laterOf('kiosk')).toContain('qr-reader')
  for (const screen of SCREENS) {
    expect(weighPage(screen).first.names.join()).not.toContain('qr-reader')
    if (screen !== 'kiosk') expect(laterOf(screen)).toBe('')
  }
})
