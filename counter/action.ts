import type { Wish } from '../protocol/commands.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import type { Question, Sending } from './questions/question.ts'

/**
 * Keys of the counter; browsers use most of them, so the page keeps them all for itself. Each has one meaning: F1 call or
 * open, F2 go on with the case, F3 recall, F4 this one does not go on, F5 set aside, F6 another document, F7 transfer, F8
 * call a number, F9 pause, F10 undo, F11 lock (sign out while the counter is closed), F12 help a visitor, Escape leaves a
 * question.
 */
export const KEYS = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12', 'Escape'] as const
export type Key = (typeof KEYS)[number] | 'Enter'

/** What a press does: a command, the form on the sheet, a question that is asked first or left again, or leaving. */
export type Deed =
  | ({ by: 'command' } & Sending)
  | { by: 'form' }
  | { by: 'ask'; question: Question }
  | { by: 'leave' }
  | { by: 'sign-out' }

/** One button. `barred` is the reason in words why it cannot be pressed now. */
export type Action = { key: Key | null; icon: IconName; label: string; deed: Deed; barred: string | null }

/** The buttons of a screen: the next right step, those above it, those on the sheet, and those below the queue. */
export type Actions = { primary: Action; beside: Action[]; inside: Action[]; below: Action[] }

/** A button that sends a command. */
export const sends = (
  key: Key | null,
  icon: IconName,
  label: string,
  wish: Wish,
  done: string | null = null,
  barred: string | null = null,
): Action => ({ key, icon, label, deed: { by: 'command', wish, done }, barred })

/** A button that asks first. */
export const asks = (
  key: Key | null,
  icon: IconName,
  label: string,
  question: Question,
  barred: string | null = null,
): Action => ({ key, icon, label, deed: { by: 'ask', question }, barred })
