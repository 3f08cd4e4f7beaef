import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFlags } from '../../agent/read-flags.ts'
import { modelOf } from '../printer/sample-slip.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-agent-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (...more: string[]) =>
  readFlags(
    ['--server', 'http://antrean.local:4100', '--token', 'a'.repeat(43), '--printer', 'tcp://10.0.0.9:9100', ...more],
    {},
  )
const modelRead = (...more: string[]) => {
  const flags = read(...more)
  return flags?.status === 'read' ? flags.flags.printer?.model : flags
}

test('of an office of several servers all are given, and every one must be an origin', () => {
  const serversRead = (server: string) => {
    const flags = read('--server', server)
    return flags?.status === 'read' ? flags.flags.servers : flags
  }
  expect(serversRead('http://10.0.0.11:4100, http://10.0.0.12:4100/')).toEqual([
    'http://10.0.0.11:4100',
    'http://10.0.0.12:4100',
  ])
  expect(serversRead('http://10.0.0.11:4100,')).toMatchObject({ status: 'wrong' })
  expect(serversRead('http://10.0.0.11:4100,kantor')).toEqual({
    status: 'wrong',
    problems: ['--server: expected the origin of the office, such as http://antrean.local:4100'],
  })
})

test('a printer is one of 80 mm unless it is said what it is', () => {
  expect(modelRead()).toEqual(modelOf('generic-80'))
  expect(modelRead('--model', 'epson-tm-t82x')).toEqual(modelOf('epson-tm-t82x'))
})

test('a model that was found by asking the unit is read from its file', () => {
  const file = join(folder, 'loket.json')
  const probed = { ...modelOf('generic-58'), name: 'Pencetak loket 3' }
  writeFileSync(file, JSON.stringify(probed))
  expect(modelRead('--model', file)).toEqual(probed)
})

test.each(['no-such-model', 'Epson', '../generic-80'])('%s is no model, and what there is is said', (model) => {
  expect(modelRead('--model', model)).toMatchObject({
    status: 'wrong',
    problems: [expect.stringContaining('generic-80')],
  })
})

test('a file that is not there, or holds no model, is said', () => {
  const file = join(folder, 'broken.json')
  writeFileSync(file, '{"dots": 12}')
  for (const model of [file, join(folder, 'nowhere.json')])
    expect(modelRead('--model', model)).toMatchObject({ status: 'wrong', problems: [expect.stringMatching(/./)] })
})
