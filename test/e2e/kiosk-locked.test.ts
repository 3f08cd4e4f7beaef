import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, makeCode, type OfficeAtWork, openOfficeAtWork, openScreen, waitForHeadline } from './support.ts'

let work: OfficeAtWork
let kiosk: Page
let devtools: CDPSession
/** Where every attempt starts and must end: the ticket of a visitor, with a page's life of its own. */
let number: string
const LIFE = 'this very page'

beforeAll(async () => {
  work = await openOfficeAtWork()
  kiosk = await openScreen(work, 'Kios 1')
  devtools = await work.context.newCDPSession(kiosk)
})
afterAll(() => work.close())

const readNumber = async () => (await kiosk.locator('.isi-ticket .nomor').allInnerTexts()).join()

beforeEach(async () => {
  await kiosk.reload()
  await kiosk.locator('.panggil[aria-disabled="false"]').waitFor()
  const before = await readNumber()
  await ask(work, '/api/console/scan', { kiosk: '1', code: await makeCode(work) })
  await expect.poll(async () => ['', before].includes(await readNumber()), { timeout: 15_000 }).toBe(false)
  number = await readNumber()
  await kiosk.evaluate((life) => Object.assign(window, { life }), LIFE)
})

/** The page was neither left nor loaded anew, nothing else was opened, and the ticket still stands there. */
const expectUnharmed = async (attempt: string) => {
  expect(await kiosk.evaluate(() => Reflect.get(window, 'life')), attempt).toBe(LIFE)
  expect(new URL(kiosk.url()).pathname, attempt).toBe('/kiosk/1')
  expect(work.context.pages().length, attempt).toBe(2)
  expect(await readNumber(), attempt).toBe(number)
  const scale = await kiosk.evaluate(() => [window.visualViewport?.scale, window.devicePixelRatio, window.scrollY])
  expect(scale, attempt).toEqual([1, 1, 0])
  expect(await kiosk.evaluate(() => String(getSelection())), attempt).toBe('')
  expect(work.mistakes, attempt).toEqual([])
}

/** Whether an event of this kind, as a browser would send it, is refused by the page. */
const refuses = (name: string, kind: 'Event' | 'DragEvent' | 'MouseEvent' | 'ClipboardEvent', init: object = {}) =>
  kiosk.evaluate(
    ([name, kind, init]) => {
      const event = new window[kind](name, { bubbles: true, cancelable: true, ...init })
      return !(document.querySelector('.nomor') ?? document.body).dispatchEvent(event)
    },
    [name, kind, init] as const,
  )

test('no key of the browser does anything', { tags: ['K3'] }, async () => {
  const keys = [
    ...[
      'F1',
      'F3',
      'F5',
      'F6',
      'F7',
      'F10',
      'F11',
      'F12',
      'Escape',
      'Home',
      'End',
      'PageDown',
      'Delete',
      'ContextMenu',
    ],
    ...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'BrowserSearch', 'BrowserStop'],
    ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+F4', 'Alt+d', 'Meta+l'],
    ...['r', 'w', 't', 'n', 'p', 's', 'o', 'f', 'g', 'h', 'j', 'l', 'u', 'a', '=', '-', '0', 'Tab', '1', 'F5'].map(
      (key) => `Control+${key}`,
    ),
    ...['i', 'j', 'c', 'n', 't', 'r', 'Delete'].map((key) => `Control+Shift+${key}`),
  ]
  // What a window's own shortcuts would do shows only in a real window: here the page must keep the key from it.
  const kept: string[] = []
  await kiosk.exposeFunction('keep', (key: string) => kept.push(key))
  await kiosk.evaluate(() =>
    addEventListener('keydown', (event) => event.defaultPrevented && Reflect.get(window, 'keep')(event.key)),
  )
  for (const key of keys) {
    const before = kept.length
    if (key.startsWith('Browser'))
      await kiosk.evaluate((key) => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }, key)
    else await kiosk.keyboard.press(key)
    await expect.poll(() => kept.length, { message: key }).toBeGreaterThan(before)
  }
  await expectUnharmed('keys')
})

test('no way back in the history leads out of the kiosk', { tags: ['K3'] }, async () => {
  for (const attempt of [1, 2, 3]) {
    await kiosk.evaluate(() => history.back())
    await kiosk.waitForFunction(() => history.state === 'bolt')
    await kiosk.goBack()
    await kiosk.waitForFunction(() => history.state === 'bolt')
    await expectUnharmed(`back ${attempt}`)
  }
  const length = await kiosk.evaluate(() => history.length)
  await kiosk.evaluate(() => history.forward())
  await kiosk.evaluate(() => history.back())
  await kiosk.waitForFunction(() => history.state === 'bolt')
  expect(await kiosk.evaluate(() => history.length)).toBe(length)
  for (const button of [1, 2, 3, 4]) {
    expect(await refuses('mouseup', 'MouseEvent', { button }), `button ${button}`).toBe(true)
    expect(await refuses('mousedown', 'MouseEvent', { button }), `button ${button}`).toBe(true)
  }
  await expectUnharmed('history')
})

test('a file or a text that is dropped on it opens nothing', { tags: ['K3'] }, async () => {
  const data = {
    items: [{ mimeType: 'text/uri-list', data: 'http://127.0.0.1:1/' }],
    files: [],
    dragOperationsMask: 19,
  }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 600, data })
  for (const name of ['dragstart', 'dragenter', 'dragover', 'drop'])
    expect(await refuses(name, 'DragEvent'), name).toBe(true)
  await expectUnharmed('drop')
})

test('nothing is zoomed by fingers, by two taps or by the wheel', { tags: ['K3'] }, async () => {
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
  await devtools.send('Input.synthesizePinchGesture', { x: 540, y: 700, scaleFactor: 3, gestureSourceType: 'touch' })
  await expectUnharmed('pinch')
  await devtools.send('Input.synthesizeTapGesture', { x: 540, y: 700, tapCount: 2, gestureSourceType: 'touch' })
  await expectUnharmed('two taps')
  const drag = { x: 540, y: 500, yDistance: 600, xDistance: 0, gestureSourceType: 'touch' } as const
  await devtools.send('Input.synthesizeScrollGesture', drag)
  await devtools.send('Input.synthesizeScrollGesture', { ...drag, xDistance: 900, yDistance: 0 })
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await expectUnharmed('pull')
  await kiosk.mouse.move(540, 700)
  await kiosk.keyboard.down('Control')
  await kiosk.mouse.wheel(0, -600)
  await kiosk.keyboard.up('Control')
  await kiosk.mouse.wheel(0, 600)
  await expectUnharmed('wheel')
})

test('no menu, no selection, no copy and no new window', { tags: ['K3'] }, async () => {
  await kiosk.mouse.click(540, 700, { button: 'right' })
  await kiosk.mouse.click(540, 700, { button: 'middle' })
  await kiosk.mouse.dblclick(540, 520)
  await kiosk.mouse.move(100, 400)
  await kiosk.mouse.down()
  await kiosk.mouse.move(900, 900, { steps: 5 })
  await kiosk.mouse.up()
  for (const name of ['copy', 'cut', 'paste']) expect(await refuses(name, 'ClipboardEvent'), name).toBe(true)
  for (const name of ['contextmenu', 'auxclick']) expect(await refuses(name, 'MouseEvent'), name).toBe(true)
  expect(await kiosk.locator('a[href], [target], iframe').count()).toBe(0)
  await expectUnharmed('menu')
})

test('and the kiosk still serves: its button leads back to the start', async () => {
  await kiosk.getByRole('button', { name: 'Selesai' }).click()
  await waitForHeadline(kiosk, 'Pindai kode M-Paspor Anda')
})
