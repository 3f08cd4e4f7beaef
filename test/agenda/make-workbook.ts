import { crc32, deflateRawSync } from 'node:zlib'

/**
 * A cell of a test's workbook: a text, a number as it is kept, a `day` or `time` (a number that is marked as one), a truth, or an error.
 */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { day: number }
  | { time: number }
  | { both: number }
  | { error: string }

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Styles 1 to 3 are a date, a time and both, as Excel has them built in. */
const STYLES = `${HEAD}<styleSheet ${MAIN}><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>`

const sheetXml = (rows: readonly (readonly TestCell[])[], strings: Map<string, number>): string => {
  const cellXml = (value: TestCell, at: string): string => {
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (typeof value === 'object') {
      if ('error' in value) return `<c r="${at}" t="e"><v>${value.error}</v></c>`
      if ('day' in value) return `<c r="${at}" s="1"><v>${value.day}</v></c>`
      return 'time' in value
        ? `<c r="${at}" s="2"><v>${value.time}</v></c>`
        : `<c r="${at}" s="3"><v>${value.both}</v></c>`
    }
    const place = strings.get(value) ?? strings.size
    strings.set(value, place)
    return `<c r="${at}" t="s"><v>${place}</v></c>`
  }
  const rowXml = (cells: readonly TestCell[], i: number): string =>
    cells.length === 0
      ? ''
      : `<row r="${i + 1}">${cells.map((cell, k) => cellXml(cell, `${letters(k)}${i + 1}`)).join('')}</row>`
  return `${HEAD}<worksheet ${MAIN}><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`
}

/** A ZIP archive of these texts, packed as Excel packs; `says` changes what an entry says of itself in the directory. */
export const makeZip = (
  files: Readonly<Record<string, string>>,
  says: { flags?: number; size?: number } = {},
): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)]
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(says.flags ?? 0, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(says.size ?? content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    head.copy(entry, 6, 4)
    entry.writeUInt32LE(at, 42)
    parts.push(head, name, packed)
    directory.push(entry, name)
    at += head.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const listed = Buffer.concat(directory)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

/** The files of a workbook with one sheet, by their paths. */
export const workbookFiles = (rows: readonly (readonly TestCell[])[], is1904 = false): Record<string, string> => {
  const strings = new Map<string, number>()
  const sheet = sheetXml(rows, strings)
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"/>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${DOCUMENT}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Janji" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  }
}

/** A workbook of one sheet, packed. */
export const makeWorkbook = (rows: readonly (readonly TestCell[])[], is1904 = false): Buffer =>
  makeZip(workbookFiles(rows, is1904))
