import type { Region } from './board.ts'

const region = (id: string, name: string, col: number, row: number): Region => ({ id, name, col, row })

/**
 * The 38 provinces (UU 29/2022 for the newest) as tiles, each about where it lies on the map: an office belongs to the one it stands
 * in. `col` from the west, `row` from the north.
 */
export const REGIONS: readonly Region[] = [
  region('aceh', 'Aceh', 1, 1),
  region('sumatera-utara', 'Sumatera Utara', 2, 2),
  region('sumatera-barat', 'Sumatera Barat', 2, 3),
  region('riau', 'Riau', 3, 2),
  region('kepulauan-riau', 'Kepulauan Riau', 4, 2),
  region('jambi', 'Jambi', 3, 3),
  region('bengkulu', 'Bengkulu', 3, 4),
  region('sumatera-selatan', 'Sumatera Selatan', 4, 3),
  region('bangka-belitung', 'Kepulauan Bangka Belitung', 5, 3),
  region('lampung', 'Lampung', 4, 4),
  region('banten', 'Banten', 5, 5),
  region('dki-jakarta', 'DKI Jakarta', 6, 5),
  region('jawa-barat', 'Jawa Barat', 7, 5),
  region('jawa-tengah', 'Jawa Tengah', 8, 5),
  region('di-yogyakarta', 'DI Yogyakarta', 8, 6),
  region('jawa-timur', 'Jawa Timur', 9, 5),
  region('kalimantan-barat', 'Kalimantan Barat', 7, 2),
  region('kalimantan-tengah', 'Kalimantan Tengah', 8, 3),
  region('kalimantan-selatan', 'Kalimantan Selatan', 9, 3),
  region('kalimantan-timur', 'Kalimantan Timur', 9, 2),
  region('kalimantan-utara', 'Kalimantan Utara', 9, 1),
  region('bali', 'Bali', 10, 6),
  region('ntb', 'Nusa Tenggara Barat', 11, 6),
  region('ntt', 'Nusa Tenggara Timur', 12, 6),
  region('sulawesi-barat', 'Sulawesi Barat', 11, 2),
  region('sulawesi-selatan', 'Sulawesi Selatan', 11, 3),
  region('sulawesi-tengah', 'Sulawesi Tengah', 12, 2),
  region('sulawesi-tenggara', 'Sulawesi Tenggara', 12, 3),
  region('gorontalo', 'Gorontalo', 12, 1),
  region('sulawesi-utara', 'Sulawesi Utara', 13, 1),
  region('maluku-utara', 'Maluku Utara', 14, 2),
  region('maluku', 'Maluku', 14, 3),
  region('papua-barat-daya', 'Papua Barat Daya', 15, 2),
  region('papua-barat', 'Papua Barat', 16, 2),
  region('papua-tengah', 'Papua Tengah', 16, 3),
  region('papua', 'Papua', 17, 2),
  region('papua-pegunungan', 'Papua Pegunungan', 17, 3),
  region('papua-selatan', 'Papua Selatan', 17, 4),
]
