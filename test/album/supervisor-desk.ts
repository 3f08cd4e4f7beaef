import type { DeskOverview } from '../../protocol/desk/desk.ts'
import type { DeskAnswer } from './album-state.ts'

const OVERVIEW: DeskOverview = {
  ...{ staff: '90', office: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
  ...{ day: '2026-11-24', example: false },
}

/** Who sits at the desk in the album, as its server answers. */
export const DESK_OVERVIEW: DeskAnswer = { status: 200, body: OVERVIEW }

/** The glass of the desk, CSS pixels (screens.md section 6). */
export const DESK_SIZE = { width: 1440, height: 900 }
