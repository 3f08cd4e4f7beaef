/** What a supervisor is asked before something is done, or shown beside the floor. */
export type Questioned =
  | { kind: 'announce' }
  | { kind: 'outage' }
  | { kind: 'helps'; counter: number }
  | { kind: 'move'; ticketId: string; number: string; counter: number | null }
  | { kind: 'cancel'; ticketId: string; number: string }
  /** Today's outages are counted from 0. */
  | { kind: 'affected'; which: number }
