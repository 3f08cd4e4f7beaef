import type { AlbumState } from './album-state.ts'

/** What a visitor may press in the help bar, as an ending of the state's name and the words on the buttons. */
const DRESSES = {
  large: ['Huruf besar'],
  contrast: ['Kontras'],
  low: ['Tombol rendah'],
  all: ['Huruf besar', 'Kontras', 'Tombol rendah'],
  english: ['English'],
  'english-all': ['Huruf besar', 'Kontras', 'Tombol rendah', 'English'],
} as const

/** The glasses that a kiosk is built with, CSS pixels: upright, lying, and the older 4:3 one. */
export const GLASSES = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1366, height: 768 },
  square: { width: 1024, height: 768 },
} as const

/** How a state is met: on which glass, and with what of the help bar pressed. */
export type Variant = `${keyof typeof GLASSES}${'' | `-${keyof typeof DRESSES}`}`

const isDress = (name: string): name is keyof typeof DRESSES => name in DRESSES

/** One state on another glass or in another dress; the help bar is pressed once the state is on the screen. */
export const variantOf = (state: AlbumState, variant: Variant): AlbumState => {
  const [glass = 'portrait', ...rest] = variant.split('-')
  const dress = rest.join('-')
  const words = isDress(dress) ? DRESSES[dress] : []
  const size = Object.entries(GLASSES).find(([name]) => name === glass)?.[1] ?? GLASSES.portrait
  return {
    ...state,
    name: `${state.name}-${variant}`,
    size,
    ...(words.some((word) => word === 'Kontras') ? { strong: true } : {}),
    async act(scene) {
      await state.act?.(scene)
      for (const word of words) await scene.page.locator('.kaki').getByRole('button', { name: word }).click()
    },
  }
}
