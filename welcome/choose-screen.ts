import type { House } from './house.ts'

/**
 * What is known of the house behind this address. `locked`: this browser has not shown the set-up code yet.
 * `elsewhere`: it does not run on the server's own machine.
 */
export type Known =
  | { status: 'asking' }
  | { status: 'locked' }
  | { status: 'elsewhere' }
  | { status: 'unreachable' }
  | { status: 'open'; house: House }

/** The screens of this page. Only what needs the house carries it. */
export type Screen =
  | { name: 'pair' }
  | { name: 'continue' }
  | { name: 'loading' }
  | { name: 'set-up' }
  | { name: 'unreachable' }
  | { name: 'elsewhere' }
  | { name: 'house'; house: House }
  | { name: 'try'; house: House }
  | { name: 'devices'; house: House }

/**
 * Which screen an address shows. A device that is being paired, or comes from another server, asks for nothing else; every other address is for the
 * one who knows the set-up code.
 */
export function chooseScreen(pathname: string, known: Known): Screen {
  const path = pathname.replace(/\/+$/, '')
  if (path === '/pair') return { name: 'pair' }
  if (path === '/continue') return { name: 'continue' }
  if (known.status === 'asking') return { name: 'loading' }
  if (known.status === 'locked') return { name: 'set-up' }
  if (known.status === 'elsewhere') return { name: 'elsewhere' }
  if (known.status === 'unreachable') return { name: 'unreachable' }
  const { house } = known
  if (path === '/try') return { name: 'try', house }
  return { name: path === '/devices' ? 'devices' : 'house', house }
}
