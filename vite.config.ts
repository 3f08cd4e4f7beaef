import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const page = (name: string) => fileURLToPath(new URL(`./${name}/index.html`, import.meta.url))
const screens = ['kiosk', 'display', 'counter', 'tracker', 'welcome']

export default defineConfig({
  plugins: [preact()],
  build: {
    outDir: 'dist/screens',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: Object.fromEntries(screens.map((name) => [name, page(name)])) },
  },
})
