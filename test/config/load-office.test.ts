import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ConfigProblem, problemPrint } from '../../config/config-problem.ts'
import { parseDocument } from '../../config/document.ts'
import { checkConfig, EXAMPLE_OFFICE_FILE, loadOffice } from '../../config/load-office.ts'
import { Office } from '../../protocol/office.ts'
import { keepFigure } from '../support/keep-figure.ts'

const example = await readFile(EXAMPLE_OFFICE_FILE, 'utf8')
const log = { warn: () => undefined }
let dataDir: string
let file: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'antrean-office-'))
  file = join(dataDir, 'office.json')
})
const linesOf = async (text: string): Promise<string[]> => {
  await writeFile(file, text)
  return (await checkConfig(file)).map((problem) => problemPrint(problem).replace(file, 'office.json'))
}

describe("the office's document", () => {
  it('is the example in a new folder, and what it was changed to after a restart', async () => {
    const office = await loadOffice({ dataDir, log })
    expect(office.read()).toMatchObject({ zone: 'Asia/Makassar', example: true })
    await office.change((now) => ({ ...now, name: 'Kantor Imigrasi Kelas II Kotabumi' }))
    expect((await loadOffice({ dataDir, log })).read().name).toBe('Kantor Imigrasi Kelas II Kotabumi')
    expect(await checkConfig(file)).toEqual([])
  })

  it('tells every mistake with its place, what belongs there and what was found', { tags: ['O3', 'F13'] }, async () => {
    const text = example
      .replace('"zone": "Asia/Makassar"', '"zone": "Asia/Bali"')
      .replace('"graceMin": 15', '"graceMin": "15", "graceHours": 1')
      .replace('"port": "simulated"', '"port": "lpt1", "columns": 50')
    expect(await linesOf(text)).toEqual([
      'office.json: zone: expected one of "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", got "Asia/Bali"',
      expect.stringMatching(/^office\.json: printers\[0\]\.port: expected a text like .*, got "lpt1"$/),
      'office.json: printers[0].columns: expected one of 32, 42, 48, got 50',
      'office.json: windows.graceMin: expected a number, got "15"',
      'office.json: windows.graceHours: expected no such setting, got 1',
    ])
  })

  it('tells which settings contradict each other', async () => {
    const text = example
      .replace('"graceMin": 15', '"graceMin": 60')
      .replace('"lateLimitMin": 120', '"lateLimitMin": 45')
    expect(await linesOf(text)).toEqual([
      'office.json: windows.graceMin: expected a value that fits, got 60 (must not exceed lateLimitMin)',
    ])
    expect(await linesOf(example.replace('"lane": "A"', '"lane": "B"'))).toEqual([
      'office.json: services[0].lane: expected a value that fits, got "B" (no lane B)',
    ])
  })

  it('tells when a scanner is none, or two kiosks have the same', async () => {
    const withScanner = (scanner: string, which: RegExp) =>
      example.replace(which, `"printer": "1", "scanner": ${JSON.stringify(scanner)} }`)
    expect(
      await linesOf(withScanner('serial:///dev/serial/by-id/usb-x-if00?baud=115200', /"printer": "1" \}/g)),
    ).toEqual([
      expect.stringMatching(/^office\.json: kiosks\[1\]\.scanner: expected a value that fits, got .*appears twice\)$/),
    ])
    for (const wrong of ['COM3', 'tcp://10.0.0.9:9100', 'simulated', 'serial:///dev/ttyS0?baud=9601', 'serial://'])
      expect(await linesOf(withScanner(wrong, /"printer": "1" \}/))).toEqual([
        expect.stringMatching(/^office\.json: kiosks\[0\]\.scanner: expected a text like /),
      ])
  })

  it('tells the line and column where it stops being JSON', { tags: ['O3'] }, async () => {
    expect(await linesOf(example.replace('"reprints": 2,', '"reprints": 2'))).toEqual([
      expect.stringMatching(/^office\.json: line \d+, column 3: expected , or \}, got "\\""$/),
    ])
  })

  it('that cannot be read is one problem', async () => {
    expect(await checkConfig(join(dataDir, 'nowhere.json'))).toMatchObject([{ got: 'ENOENT' }])
    expect(await checkConfig(dataDir)).toMatchObject([{ got: 'EISDIR' }])
  })

  it('stops the start with the same problems, and nothing is written', { tags: ['O3', 'F14'] }, async () => {
    await writeFile(file, example.replace('"shape": "circle"', '"shape": "star"'))
    const before = await readFile(file, 'utf8')
    await expect(loadOffice({ dataDir, log })).rejects.toThrow(/lanes\[0\]\.shape: expected one of .*, got "star"/)
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it('however it is mangled, is taken whole or refused with its problems', { tags: ['O3', 'F13'] }, (context) => {
    const mangled = fc
      .array(
        fc.tuple(
          fc.nat(example.length),
          fc.nat(12),
          fc.constantFrom(
            '',
            '"',
            '{',
            '}',
            '[',
            ']',
            ',',
            ':',
            '0',
            '-1',
            'null',
            '\r\n',
            '\t',
            '\ufeff',
            '\u0000',
            '"__proto__":1,',
            '1e999',
          ),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((cuts) => cuts.reduce((text, [at, drop, put]) => text.slice(0, at) + put + text.slice(at + drop), example))
    fc.assert(
      fc.property(mangled, (text) => {
        try {
          expect(Office.safeParse(parseDocument('office.json', text, Office)).success).toBe(true)
        } catch (trouble) {
          if (!(trouble instanceof ConfigProblem)) throw trouble
          expect(trouble.problems.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 20_000 },
    )
    keepFigure(context, '20,000 mangled documents')
  })
})
