import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { encodeSlip } from '../../printer/encode-slip.ts'
import { type Paper, paperText } from '../../printer/paper.ts'
import { readPapers } from '../../printer/read-bytes.ts'
import { slipLines } from '../../printer/slip-lines.ts'
import type { Slip } from '../../protocol/views.ts'
import { ADDRESS, denpasar, GENERIC, sampleSlip } from './sample-slip.ts'

const walkInLane = { letter: 'K', name: { id: 'Tanpa janji', en: 'No appointment' }, shape: 'square' } as const
const priorityLane = { letter: 'R', name: { id: 'Prioritas', en: 'Priority' }, shape: 'diamond' } as const

const SLIPS: { name: string; columns: number; slip: Slip }[] = [
  { name: 'on-time', columns: 48, slip: sampleSlip() },
  { name: 'without-a-likely-call', columns: 48, slip: sampleSlip({ range: null }) },
  {
    name: 'priority-without-a-likely-call',
    columns: 48,
    slip: sampleSlip({
      slipId: '2026-11-24/R002/1',
      number: 'R002',
      lane: priorityLane,
      priority: true,
      turnAt: denpasar(8, 7),
      range: null,
    }),
  },
  { name: '42-columns-without-a-likely-call', columns: 42, slip: sampleSlip({ range: null }) },
  {
    name: 'early',
    columns: 48,
    slip: sampleSlip({
      arrival: 'early',
      checkedInAt: denpasar(8, 12),
      turnAt: denpasar(10, 0),
      range: { fromAt: denpasar(10, 5), untilAt: denpasar(10, 25) },
    }),
  },
  {
    name: 'early-already-callable',
    columns: 48,
    slip: sampleSlip({
      arrival: 'early',
      checkedInAt: denpasar(9, 30),
      turnAt: denpasar(10, 0),
      range: { fromAt: denpasar(9, 40), untilAt: denpasar(10, 5) },
    }),
  },
  {
    name: 'late-grace',
    columns: 48,
    slip: sampleSlip({
      arrival: 'late-grace',
      checkedInAt: denpasar(11, 9),
      turnAt: denpasar(11, 9),
      range: { fromAt: denpasar(11, 20), untilAt: denpasar(11, 40) },
    }),
  },
  {
    name: 'late',
    columns: 48,
    slip: sampleSlip({
      arrival: 'late',
      checkedInAt: denpasar(11, 40),
      turnAt: denpasar(12, 10),
      callableFromAt: denpasar(11, 40),
      setBackMin: 30,
      range: { fromAt: denpasar(12, 15), untilAt: denpasar(12, 45) },
    }),
  },
  {
    name: 'walk-in',
    columns: 48,
    slip: sampleSlip({
      slipId: '2026-11-24/K004/1',
      number: 'K004',
      lane: walkInLane,
      window: null,
      arrival: 'walk-in',
      turnAt: denpasar(11, 7),
      callableFromAt: denpasar(10, 7),
      setBackMin: 60,
      range: { fromAt: denpasar(11, 5), untilAt: denpasar(11, 40) },
      documents: [],
    }),
  },
  {
    name: 'walk-in-after-its-window',
    columns: 42,
    slip: sampleSlip({
      slipId: '2026-11-24/K005/1',
      number: 'K005',
      lane: walkInLane,
      arrival: 'walk-in',
      checkedInAt: denpasar(13, 30),
      turnAt: denpasar(14, 30),
      callableFromAt: denpasar(13, 30),
      setBackMin: 60,
      range: { fromAt: denpasar(14, 25), untilAt: denpasar(15, 5) },
    }),
  },
  {
    name: 'priority',
    columns: 48,
    slip: sampleSlip({
      slipId: '2026-11-24/R002/1',
      number: 'R002',
      lane: priorityLane,
      priority: true,
      turnAt: denpasar(8, 7),
      range: { fromAt: denpasar(10, 10), untilAt: denpasar(10, 20) },
    }),
  },
  { name: 'reprint', columns: 48, slip: sampleSlip({ slipId: '2026-11-24/A037/2', mark: 'reprint' }) },
  { name: '32-columns', columns: 32, slip: sampleSlip({ mark: 'reprint' }) },
  { name: '42-columns', columns: 42, slip: sampleSlip({ number: 'A1042', slipId: '2026-11-24/A1042/1' }) },
  {
    name: 'long-names',
    columns: 48,
    slip: sampleSlip({
      office: 'Unit Layanan Paspor Kantor Imigrasi Kelas I Khusus Non TPI Kabupaten Tangerang Raya',
      service: { id: 'Penggantian paspor karena hilang atau rusak pada masa berlaku', en: 'x' },
      lane: {
        letter: 'A',
        name: { id: 'M-Paspor dan percepatan layanan terpadu satu pintu', en: 'x' },
        shape: 'circle',
      },
      waitAt: { id: 'Ruang tunggu utama sayap timur, lantai 3, di depan loket 11 sampai 15', en: 'x' },
      stage: { id: 'Pemeriksaan berkas dan kelengkapan dokumen pendukung lainnya', en: 'x' },
    }),
  },
  {
    name: 'hostile-unicode',
    columns: 48,
    slip: sampleSlip({
      office: 'Kantor\u001b@\u001dV\u0000 “Café”\u202e\u200b — ꦧꦭꦶ \u0010\u0004\u0001',
      service: { id: 'Paspor\nbaru\u0007 ½ №５', en: 'x' },
      waitAt: { id: 'Ruang\u00a0A…\ud83d\ude00\ud800', en: 'x' },
      stage: { id: 'ＶＥＲＩＦＩＫＡＳＩ ﬁle é̷̛', en: 'x' },
      documents: [
        { id: '\u001b', en: 'x' },
        { id: 'Æ ß Ø ł đ', en: 'x' },
      ],
    }),
  },
]

/** What a person reads, and at the right the look of each row, so that a lost bold or size shows. */
const picture = (paper: Paper, columns: number): string => {
  const looks = paper.lines.map((line) => {
    if (line.kind === 'qr') return `${line.align} dots ${line.dots}`
    if (line.kind === 'picture') return `${line.align} picture`
    if (line.spans.length === 0) return `${line.feed} dots`
    const seen = line.spans.map((span) =>
      [span.width === 1 ? '' : `x${span.width}`, span.bold ? 'bold' : '', span.reverse ? 'reverse' : '']
        .filter((word) => word !== '')
        .join(' '),
    )
    return [...new Set(seen)].filter((look) => look !== '').join(', ')
  })
  const rows = paperText(paper).map((text, i) => {
    const look = looks[i] ?? ''
    return `${text.padEnd(columns)} |${look === '' ? '' : ` ${look}`}`
  })
  return `${rows.join('\n')}\n${paper.cut ? '8<'.padEnd(columns, '-') : 'not cut'}\n`
}

describe('a slip reads as agreed', () => {
  test.each(SLIPS)('$name', ({ name, columns, slip }) => {
    const { papers, violations } = readPapers(encodeSlip(slipLines(slip, columns, ADDRESS), GENERIC, columns), columns)
    expect(violations).toEqual([])
    expect(papers).toHaveLength(1)
    const [paper] = papers
    const shown = paper === undefined ? '' : picture(paper, columns)
    const file = fileURLToPath(new URL(`../golden/slip-${name}.txt`, import.meta.url))
    // Written only when a person asks for it; a golden file that is missing fails below.
    if (process.env.GOLDEN === 'write') writeFileSync(file, shown)
    expect(shown).toBe(readFileSync(file, 'utf8'))
  })
})
