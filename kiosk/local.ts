import type { Slug, Window } from '../protocol/ids.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { KioskView } from '../protocol/views.ts'
import { type Lang, otherLang } from '../ui/texts.ts'
import type { CameraState } from './camera/camera-state.ts'
import { levelWith, nextLevel, type SoundLevel } from './guidance/sound-level.ts'

/** What a visitor may change about the screen; all of it ends with the visit. */
export type Mode = 'large' | 'contrast' | 'low'

/** What was asked of the office and is not answered on the screen yet. */
export type Asking =
  | { what: 'check-in'; before: string | null }
  | { what: 'take'; visitId: string }
  | { what: 'reprint'; visitId: string }

/** How far somebody without an appointment has come; `at`: when this step was reached. */
export type WalkIn = { service: Slug | null; priority: boolean | null; reason: Slug | null; at: number }

/** Why nothing came of it. */
export type Notice =
  | { why: 'refused'; refusal: Refusal }
  | { why: 'no-answer' }
  | { why: 'unreadable' }
  | { why: 'reprint-limit' }

/** What this kiosk alone knows. Instants are the server's clock, epoch ms. */
export type Local = {
  lang: Lang
  modes: readonly Mode[]
  /** How loud the screens are also said; ends with the visit, unless headphones are still in. */
  sound: SoundLevel
  /** Whether headphones are plugged in; the machine's, not the visitor's. */
  headphones: boolean
  /** When the first view came: older visits are somebody else's. */
  joinedAt: number | null
  touchedAt: number
  /** The visit that was finished here. */
  dismissed: string | null
  /** The staff call whose screen was left, or that was there before this page. */
  staffSeen: number | null
  /** The code on the keypad, null while it is closed. */
  typing: string | null
  /** Whether this kiosk has a camera; the machine's, not the visitor's. */
  hasCamera: boolean
  /** Since when the camera looks for a code, null while it is closed. */
  cameraAt: number | null
  /** How the camera is, while it is open. */
  cameraState: CameraState
  walkIn: WalkIn | null
  /** Of a list that is too long for the glass, from 0. */
  page: number
  /** The hour that was said, where the originals are asked about after it; `window` null: not known. */
  stated: { window: Window | null } | null
  /** The visitor said that an original is missing. */
  missing: boolean
  /** Since when the next code of a family is waited for. */
  familyAt: number | null
  asking: (Asking & { at: number }) | null
  notice: (Notice & { at: number }) | null
  /** When the visit on the screen asked for another paper. */
  reprintAt: number | null
}

/** What may happen at the kiosk itself. */
export type Happening =
  | { type: 'joined'; at: number; staffCalledAt: number | null }
  | { type: 'touched'; at: number }
  | { type: 'language' }
  | { type: 'mode'; mode: Mode }
  | { type: 'sound' }
  | { type: 'jack'; plugged: boolean }
  | { type: 'typed'; code: string | null }
  | { type: 'camera-found'; hasCamera: boolean }
  | { type: 'camera-opened'; at: number }
  | { type: 'camera-said'; state: CameraState }
  | { type: 'window-stated'; window: Window | null }
  | { type: 'documents-missing' }
  | { type: 'walk-in-reached'; walkIn: WalkIn }
  | { type: 'paged'; page: number }
  | { type: 'family-awaited'; at: number }
  | { type: 'asked'; asking: Asking; at: number }
  | { type: 'answered'; at: number }
  | { type: 'noticed'; notice: Notice; at: number }
  | { type: 'visited' }
  | { type: 'staff-seen'; at: number | null }
  | { type: 'put-away'; view: KioskView | null }
  | { type: 'wiped'; view: KioskView | null }

/** No keypad, no camera, no list, no family in the middle. */
const NOTHING_BEGUN = {
  ...{ typing: null, cameraAt: null, walkIn: null, stated: null },
  ...{ missing: false, page: 0, familyAt: null },
} as const

/** A kiosk that nobody has touched. */
export const UNTOUCHED: Local = {
  lang: 'id',
  modes: [],
  sound: 'off',
  headphones: false,
  joinedAt: null,
  touchedAt: 0,
  dismissed: null,
  staffSeen: null,
  hasCamera: false,
  cameraState: 'opening',
  ...NOTHING_BEGUN,
  asking: null,
  notice: null,
  reprintAt: null,
}

/** A page that was just opened; `dismissed` is the visit that the page before it had finished, if any. */
export const openLocal = (dismissed: string | null): Local => ({ ...UNTOUCHED, dismissed })

/** Everything of the last visitor is gone: code, language, modes; what is on the screen counts as seen. */
export const wipe = (local: Local, view: KioskView | null): Local => ({
  ...UNTOUCHED,
  joinedAt: local.joinedAt,
  hasCamera: local.hasCamera,
  headphones: local.headphones,
  sound: levelWith('off', local.headphones),
  touchedAt: local.touchedAt,
  dismissed: view?.visit?.visitId ?? local.dismissed,
  staffSeen: view?.staffCalledAt ?? null,
})

/** The screen is put away and the same visitor goes on: language and modes stay. */
const putAway = (local: Local, view: KioskView | null): Local => ({
  ...wipe(local, view),
  lang: local.lang,
  modes: local.modes,
  sound: local.sound,
})

/** What the kiosk knows after something happened. Total: nothing is refused. */
export const evolveLocal = (local: Local, happening: Happening): Local => {
  switch (happening.type) {
    case 'joined':
      return { ...local, joinedAt: happening.at, staffSeen: happening.staffCalledAt }
    case 'touched':
      return { ...local, touchedAt: happening.at }
    case 'language':
      return { ...local, lang: otherLang(local.lang) }
    case 'mode': {
      const others = local.modes.filter((mode) => mode !== happening.mode)
      return { ...local, modes: others.length < local.modes.length ? others : [...others, happening.mode] }
    }
    case 'sound':
      return { ...local, sound: nextLevel(local.sound) }
    case 'jack':
      return { ...local, headphones: happening.plugged, sound: levelWith(local.sound, happening.plugged) }
    case 'typed':
      return { ...local, typing: happening.code, notice: null }
    case 'camera-found':
      return { ...local, hasCamera: happening.hasCamera }
    case 'camera-opened':
      return { ...local, cameraAt: happening.at, cameraState: 'opening' }
    case 'camera-said':
      return { ...local, cameraState: happening.state }
    case 'window-stated':
      return { ...local, stated: { window: happening.window } }
    case 'documents-missing':
      return { ...local, missing: true }
    case 'walk-in-reached':
      return { ...local, walkIn: happening.walkIn, page: 0 }
    case 'paged':
      return { ...local, page: happening.page }
    case 'family-awaited':
      return { ...local, familyAt: happening.at }
    case 'asked':
      return { ...local, ...NOTHING_BEGUN, asking: { ...happening.asking, at: happening.at }, notice: null }
    case 'answered':
      // The answer to a check-in is the visit in the view; a reprint's is the paper.
      return local.asking?.what === 'reprint' ? { ...local, asking: null, reprintAt: happening.at } : local
    case 'noticed':
      return { ...local, asking: null, notice: { ...happening.notice, at: happening.at } }
    case 'visited':
      return { ...local, ...NOTHING_BEGUN, asking: null, notice: null, reprintAt: null }
    case 'staff-seen':
      return { ...local, staffSeen: happening.at }
    case 'put-away':
      return putAway(local, happening.view)
    case 'wiped':
      return wipe(local, happening.view)
  }
}
