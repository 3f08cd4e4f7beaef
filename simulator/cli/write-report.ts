import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { drawReport } from '../report/draw-report.ts'
import type { Report } from '../report/report-data.ts'

const WEIGHTS = [400, 700, 800]
const fontFile = (weight: number): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
  )

/** The office's typeface as `@font-face` rules with the fonts inside them, 12 kB each. */
const fontFaces = (): string =>
  WEIGHTS.map((weight) => {
    const font = readFileSync(fontFile(weight)).toString('base64')
    return `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};src:url(data:font/woff2;base64,${font}) format("woff2")}`
  }).join('\n')

/** Writes a report as one HTML file that needs nothing else, neither network nor fonts. */
export const writeReport = (path: string, report: Report): Promise<void> =>
  writeFile(path, drawReport(report, fontFaces()))
