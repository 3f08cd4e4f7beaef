import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

const page = (name: string) => fileURLToPath(new URL(`./${name}/index.html`, import.meta.url))
const screens = ['kiosk', 'display', 'counter', 'supervisor', 'hub', 'tracker', 'survey', 'welcome']

/** The phone's service worker answers for what lies beside it, so its name never changes. */
const worker = fileURLToPath(new URL('./tracker/sw.ts', import.meta.url))

/** The build that a page belongs to, for `ui/build.ts`; none in development. */
const nameBuild: Plugin = {
  name: 'name-build',
  transformIndexHtml() {
    const content = process.env.ANTREAN_BUILD
    return content === undefined ? [] : [{ tag: 'meta', attrs: { name: 'build', content }, injectTo: 'head' }]
  },
}

/** What the office's server sends compressed lies beside the file, made once and not at each request. */
const compress: Plugin = {
  name: 'compress',
  writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets')
    for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg|wasm)$/.test(file)))
      writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }))
  },
}

export default defineConfig({
  plugins: [preact(), nameBuild, compress],
  publicDir: 'tracker/public',
  build: {
    outDir: 'dist/screens',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { ...Object.fromEntries(screens.map((name) => [name, page(name)])), worker },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 't/sw.js' : 'assets/[name]-[hash].js') },
    },
  },
})
