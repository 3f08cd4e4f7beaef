import { expect, test } from 'vitest'
import { openTestCli, TOKEN } from './test-cli.ts'

test('antrean hub gives an office its key as the document that goes into its folder', async () => {
  const { exit, out } = await openTestCli().run('hub', 'office', 'denpasar', 'bali')
  expect(exit).toBe(0)
  expect(JSON.parse(out.at(-1) ?? '')).toEqual({
    version: 1,
    hub: { url: 'https://hub.example.go.id', office: 'denpasar', key: TOKEN },
  })
})

test('antrean hub gives and takes keys of readers, lists, and forgets', async () => {
  const cli = openTestCli()
  expect(await cli.run('hub', 'reader', 'direktorat')).toMatchObject({
    exit: 0,
    out: [`key of direktorat, shown once: ${TOKEN}`],
  })
  expect(await cli.run('hub', 'remove-reader', 'direktorat')).toMatchObject({ exit: 0 })
  expect(await cli.run('hub', 'remove-reader', 'nobody')).toMatchObject({ exit: 1, err: ['no such reader'] })
  expect(await cli.run('hub', 'forget', 'denpasar')).toMatchObject({ exit: 0 })
  expect(await cli.run('hub', 'forget', 'nowhere')).toMatchObject({ exit: 1, err: ['no such office'] })
  expect(await cli.runJson('hub', 'list')).toMatchObject({
    json: { offices: [{ office: 'denpasar', region: 'bali' }], readers: ['direktorat'] },
  })
})

test.each([
  ['hub'],
  ['hub', 'office', 'denpasar'],
  ['hub', 'office', 'Denpasar', 'bali'],
  ['hub', 'office', 'denpasar', 'atlantis'],
  ['hub', 'reader', ''],
])('%s %s %s %s is no command', async (...words) => {
  expect(await openTestCli().run(...words)).toMatchObject({ exit: 2 })
})
