import type { Region } from '../../protocol/hub/board.ts'

/** A region on the map of tiles: its column, and the rows from `fromRow` to `row` that its block may use, both included. */
export type Block = { region: Region; col: number; fromRow: number; row: number }

/** Columns and rows of the map. */
export const MAP_COLS = 17
/** See `MAP_COLS`. */
export const MAP_ROWS = 6

/** Where the legend stands: a corner of the map with nothing but sea. Columns and rows from and to, the last excluded. */
export const LEGEND = { cols: [13, 18], rows: [5, 7] } as const

/**
 * The place of every region. Where there is nothing north of it, a block grows into that row: Jawa has many offices and the sea
 * above it none, so that the map stays low.
 */
export const chooseBlocks = (regions: readonly Region[]): Block[] => {
  const taken = new Set(regions.map(({ col, row }) => `${col} ${row}`))
  return regions.map((region) => {
    const { col, row } = region
    const fromRow = row > 1 && !taken.has(`${col} ${row - 1}`) ? row - 1 : row
    return { region, col, row, fromRow }
  })
}

const SHORT: Readonly<Record<string, string>> = {
  'sumatera-utara': 'Sumut',
  'sumatera-barat': 'Sumbar',
  'kepulauan-riau': 'Kepri',
  'sumatera-selatan': 'Sumsel',
  'bangka-belitung': 'Babel',
  'dki-jakarta': 'Jakarta',
  'jawa-barat': 'Jabar',
  'jawa-tengah': 'Jateng',
  'di-yogyakarta': 'DIY',
  'jawa-timur': 'Jatim',
  'kalimantan-barat': 'Kalbar',
  'kalimantan-tengah': 'Kalteng',
  'kalimantan-selatan': 'Kalsel',
  'kalimantan-timur': 'Kaltim',
  'kalimantan-utara': 'Kaltara',
  ntb: 'NTB',
  ntt: 'NTT',
  'sulawesi-barat': 'Sulbar',
  'sulawesi-selatan': 'Sulsel',
  'sulawesi-tengah': 'Sulteng',
  'sulawesi-tenggara': 'Sultra',
  'sulawesi-utara': 'Sulut',
  'maluku-utara': 'Malut',
  'papua-barat-daya': 'PBD',
  'papua-barat': 'Pabar',
  'papua-tengah': 'Pateng',
  'papua-pegunungan': 'Papeg',
  'papua-selatan': 'Pasel',
}

/** What people call a province where there is little room; its whole name where that is short. */
export const shortName = ({ id, name }: Region): string => SHORT[id] ?? name
