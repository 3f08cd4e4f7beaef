import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { keepFigure } from '../support/keep-figure.ts'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const Packages = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
const Bill = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.object({ 'bom-ref': z.string() })) })

test('a release comes with the list of every package it runs on, without asking any registry', {
  tags: ['S3'],
}, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'antrean-release-'))
  try {
    const to = join(folder, 'sbom.json')
    // Old reviews end it with 1 and change nothing of the list.
    await promisify(execFile)(process.execPath, [file('setup/release.mjs'), to]).catch(() => undefined)
    const listed = Bill.parse(JSON.parse(await readFile(to, 'utf8'))).components.map((one) => one['bom-ref'])
    const { packages } = Packages.parse(JSON.parse(await readFile(file('package-lock.json'), 'utf8')))
    const needed = Object.entries(packages)
      .filter(([place]) => place !== '')
      .map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`)
    expect(listed.length).toBeGreaterThan(50)
    expect(needed.filter((one) => !listed.includes(one))).toEqual([])
    keepFigure(context, `${listed.length} packages listed`)
  } finally {
    await rm(folder, { recursive: true })
  }
})
