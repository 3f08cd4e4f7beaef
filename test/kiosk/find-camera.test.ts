import { afterEach, expect, test, vi } from 'vitest'
import { findCamera } from '../../kiosk/camera/use-camera-watch.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser with these devices, whose page came over TLS (or from this machine), or not. */
const stubBrowser = (isSecureContext: boolean, kinds: string[] | null) => {
  const mediaDevices = kinds === null ? undefined : { enumerateDevices: async () => kinds.map((kind) => ({ kind })) }
  vi.stubGlobal('isSecureContext', isSecureContext)
  vi.stubGlobal('navigator', { mediaDevices })
}

test.each<[string, boolean, string[] | null, boolean]>([
  ['a kiosk with a camera', true, ['audioinput', 'videoinput'], true],
  ['a kiosk without one', true, ['audioinput', 'audiooutput'], false],
  ['a kiosk without any device', true, [], false],
  ['a page over plain HTTP, which has no devices', false, null, false],
  ['a page over plain HTTP of a browser that lists them all the same', false, ['videoinput'], false],
])('%s', async (_name, isSecure, kinds, has) => {
  stubBrowser(isSecure, kinds)
  expect(await findCamera()).toBe(has)
})
