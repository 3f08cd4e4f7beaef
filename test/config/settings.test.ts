import { describe, expect, it } from 'vitest'
import { ConfigProblem } from '../../config/config-problem.ts'
import { addressesOf, readSettings } from '../../config/settings.ts'

const problemsOf = (environment: Record<string, string>) => {
  try {
    readSettings(environment)
  } catch (trouble) {
    if (trouble instanceof ConfigProblem) return trouble.problems
    throw trouble
  }
  return []
}

describe('the settings of the machine', () => {
  it('serve this machine alone when nothing is set, and an empty variable is not set', () => {
    const settings = {
      dataDir: 'data',
      host: '127.0.0.1',
      isOpen: false,
      port: 4100,
      givenAddresses: [],
      guest: null,
      store: null,
      hub: null,
    }
    expect(readSettings({})).toEqual(settings)
    expect(readSettings({ HOST: '', PORT: '', ANTREAN_DATA: '', ANTREAN_ADDRESSES: '', PATH: '/bin' })).toEqual(
      settings,
    )
  })

  it('allow the origins that are given, the first for the slips', () => {
    const settings = readSettings({
      HOST: '0.0.0.0',
      PORT: '80',
      ANTREAN_ADDRESSES: 'http://antrean.local, https://10.0.0.9:8443',
    })
    expect(addressesOf(settings, 80)).toEqual(['http://antrean.local', 'https://10.0.0.9:8443'])
  })

  it('make the default origins with the port that was really taken', () => {
    expect(addressesOf(readSettings({ PORT: '0' }), 51_234)).toEqual([
      'http://127.0.0.1:51234',
      'http://localhost:51234',
    ])
    expect(addressesOf(readSettings({ HOST: '::1' }), 4100)).toEqual(['http://[::1]:4100', 'http://localhost:4100'])
    expect(addressesOf(readSettings({ HOST: 'localhost' }), 4100)).toEqual(['http://localhost:4100'])
  })

  it('name every mistake at once', () => {
    expect(problemsOf({ HOST: 'meja depan', PORT: '70000', ANTREAN_ADDRESSES: 'http://a/b,ftp://b' })).toMatchObject([
      { file: 'environment', path: 'HOST', got: '"meja depan"' },
      { path: 'PORT', expected: 'at most 65535', got: '"70000"' },
      { path: 'ANTREAN_ADDRESSES[0]', got: expect.stringContaining('"http://a/b"') },
      { path: 'ANTREAN_ADDRESSES[1]', got: expect.stringContaining('"ftp://b"') },
    ])
    expect(problemsOf({ HOST: '0.0.0.0', PORT: '-1' }).map((problem) => problem.path)).toEqual([
      'PORT',
      'ANTREAN_ADDRESSES',
    ])
  })

  it.each(['http://a:80', 'http://a/', 'HTTP://a', 'http://user@a', 'a:4100', 'http://', 'null', 'http://a?b'])(
    'do not take %s for an exact origin',
    (address) => {
      expect(problemsOf({ ANTREAN_ADDRESSES: address })).toHaveLength(1)
    },
  )

  it.each(['0.0.0.0', '::', '192.168.1.4', 'antrean.local', '127.999.0.1'])(
    'do not open %s to the network without origins',
    (HOST) => {
      expect(problemsOf({ HOST }).map((problem) => problem.path)).toEqual(['ANTREAN_ADDRESSES'])
    },
  )
})
