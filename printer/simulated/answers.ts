import type { PrinterModel } from '../model.ts'
import { isOnline, type PrinterState } from './printer-state.ts'

/**
 * A printer as its answers tell it. `warmingUp`: the power came back a moment ago. `nearEnd`: it has the sensor for paper
 * that runs low.
 */
export type Told = { state: PrinterState; warmingUp: boolean; nearEnd: boolean }

const bits = (...set: readonly [on: boolean, bit: number][]): number =>
  set.reduce((sum, [on, bit]) => (on ? sum | bit : sum), 0)

/** Whether it is off line, for whatever reason. */
export const isOff = ({ state, warmingUp }: Told): boolean => warmingUp || !isOnline(state)

const isLow = ({ state, nearEnd }: Told): boolean => nearEnd && state.paper !== 'ok'

/** What is said to DLE EOT `n`: 1–4 as below, 20 Custom's full status of a printer with a presenter, else nothing. */
export function realtimeAnswer(told: Told, presenter: boolean, n: number): readonly number[] {
  const status = statusByte(told, n)
  if (status !== null) return [status]
  return n === 0x14 && presenter ? fullStatus(told) : []
}

/**
 * The answer to DLE EOT `n` (1–4), null for another `n`. Bits as in Epson's reference; a unit at paper end also reports
 * near end.
 */
export function statusByte(told: Told, n: number): number | null {
  const { cover, paper, error, awaitsHost, feedKey, drawerPin } = told.state
  const isPressed = feedKey === 'down'
  switch (n) {
    case 1:
      return 0x12 | bits([drawerPin === 'high', 0x04], [isOff(told), 0x08], [awaitsHost, 0x20], [isPressed, 0x40])
    case 2:
      return (
        0x12 |
        bits(
          [cover === 'open', 0x04],
          [isPressed, 0x08],
          [paper === 'end', 0x20],
          [error !== 'none' || awaitsHost, 0x40],
        )
      )
    case 3:
      return (
        0x12 | bits([error === 'cutter-jam', 0x08], [error === 'unrecoverable', 0x20], [error === 'head-hot', 0x40])
      )
    case 4:
      return 0x12 | bits([isLow(told), 0x0c], [paper === 'end', 0x60])
    default:
      return null
  }
}

/** The four bytes of an automatic status (GS a). */
export function automaticStatus(told: Told): readonly [number, number, number, number] {
  const { cover, paper, error, awaitsHost, feedKey, drawerPin } = told.state
  const isPressed = feedKey === 'down'
  return [
    0x10 | bits([drawerPin === 'high', 0x04], [isOff(told), 0x08], [cover === 'open', 0x20], [isPressed, 0x40]),
    bits([awaitsHost, 0x01], [isPressed, 0x02], [error === 'cutter-jam', 0x08]) |
      bits([error === 'unrecoverable', 0x20], [error === 'head-hot', 0x40]),
    bits([isLow(told), 0x03], [paper === 'end', 0x0c]),
    0x00,
  ]
}

/** What of an automatic status the mask of `GS a n` watches: drawer, on line, errors, paper, button. */
export function watchedStatus(told: Told, mask: number): string {
  const [one, two, three] = automaticStatus(told)
  const watched: readonly [bit: number, value: number][] = [
    [0x01, one & 0x04],
    [0x02, one & 0x28],
    [0x04, two & 0x6d],
    [0x08, three],
    [0x40, (one & 0x40) | (two & 0x02)],
  ]
  return watched.map(([bit, value]) => (mask & bit ? value : '-')).join()
}

/** The answer to GS r 1. At paper end the printer is offline and never comes to it. */
export const paperAnswer = (told: Told): number => bits([isLow(told), 0x03])

/** The answer to GS r 2. */
export const drawerAnswer = ({ state }: Told): number => bits([state.drawerPin === 'high', 0x01])

const characters = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0))

/** The answer to GS I `n`: 1 model, 2 type, 3 version as bytes; 65–69 as framed text; nothing for another `n`. */
export function identityAnswer(model: PrinterModel, n: number): number[] {
  const [maker = '', ...name] = model.name.split(' ')
  const texts = ['1.00', maker.toUpperCase(), name.join(' '), 'SIM0000001', '']
  if (n === 1 || n === 49) return [0x20]
  if (n === 2 || n === 50) return [bits([model.cutter !== null, 0x02])]
  if (n === 3 || n === 51) return [0x01]
  const text = texts[n - 65]
  return text === undefined ? [] : [0x5f, ...characters(text), 0x00]
}

/** GS ( H, function 48: everything before it is on paper. `id` is four characters. */
export const doneAnswer = (id: readonly number[]): number[] => [0x37, 0x22, ...id, 0x00]

/** GS ( H, function 49: it went off line; the cause as one byte where asked for. Its bits differ from model to model. */
export function offlineAnswer({ state }: Told, withCause: boolean): number[] {
  const { cover, paper, error } = state
  const cause = 0x40 | bits([cover === 'open', 0x01], [paper === 'end', 0x02], [error !== 'none', 0x04])
  return [0x37, 0x23, ...(withCause ? [cause] : []), 0x00]
}

/** DLE DC4 8: the buffers are empty. */
export const CLEARED: readonly number[] = [0x37, 0x25, 0x00]

/** Custom's full status (DLE EOT 20): `10 0F`, then paper, user, recoverable and unrecoverable errors. */
export function fullStatus(told: Told): number[] {
  const { paper, cover, error, feedKey, presenter } = told.state
  return [
    ...[0x10, 0x0f],
    bits([paper === 'end', 0x01], [isLow(told), 0x04], [presenter === 'ticket', 0x20]),
    bits([cover === 'open', 0x02], [feedKey === 'down', 0x20]),
    bits([error === 'head-hot', 0x01]),
    bits([error === 'cutter-jam', 0x01], [error === 'unrecoverable', 0x04]),
  ]
}

/** Custom's answer to GS e 6: whether a paper is in the mouth. */
export const mouthAnswer = ({ state }: Told): number => bits([state.presenter === 'ticket', 0x08])
