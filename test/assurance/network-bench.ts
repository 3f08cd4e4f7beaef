import { readFileSync } from 'node:fs'
import { expect, vi } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import type { View, ViewOf } from '../../protocol/views.ts'
import { View as AnyView } from '../../protocol/views.ts'
import { dayOf } from '../../server/days.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { openForReading } from '../../server/journal/sqlite-journal.ts'
import { newCommandId } from '../../server/open-office.ts'
import { type Connection, connect } from '../../ui/connection.ts'
import {
  ask,
  importOver,
  newDataFolder,
  newPin,
  pair,
  plainOffice,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import { layProxy } from '../support/proxy.ts'

/** How long anything may take to come right on a slow machine, ms. */
export const WAIT = { timeout: 40_000, interval: 20 }

type Role = 'kiosk' | 'display' | 'counter'

const displays = ['1', '2', '3'].map((place) => ({ place, zone: null, counter: null }))

/** Starts the built server behind a bad network, with `codes` of today, and opens counter 1 by itself on a good one. */
export const openNetwork = async (codes: readonly string[], random?: () => number) => {
  const proxy = await layProxy(random)
  const office = plainOffice({ displays })
  const folder = newDataFolder(office)
  let server = await startServer(folder, { ANTREAN_ADDRESSES: proxy.address })
  proxy.plugInto(server.address)
  await importOver(server, wholeDayAgenda(dayOf(Date.now(), office.zone), codes))
  const lines: Connection<Role>[] = []
  const tokens = new Map<string, string>()
  const tokenOf = async (role: string, place: string): Promise<string> => {
    const known = tokens.get(`${role} ${place}`) ?? (await pair(server, role, place))
    tokens.set(`${role} ${place}`, known)
    return known
  }
  /** A screen with the very line that pages have, over the bad network unless said otherwise. */
  const open = async <R extends Role>(role: R, place: string, by: 'bad' | 'good' = 'bad') => {
    const url = by === 'bad' ? proxy.address : server.address
    const line = connect<R>({ role, place }, { url, token: await tokenOf(role, place) })
    lines.push(line)
    await vi.waitFor(() => expect(line.seen().status).toBe('live'), WAIT)
    return line
  }
  const viewOf = async (role: Role, place: string): Promise<View> => {
    const headers = { authorization: `Bearer ${await tokenOf(role, place)}` }
    return AnyView.parse(await (await fetch(`${server.address}/api/v1/views/${role}`, { headers })).json())
  }
  return {
    ...{ proxy, open, viewOf, folder },
    server: () => server,
    /** A counter with somebody signed in and its stage open. */
    async openCounter(place: string, by: 'bad' | 'good' = 'good') {
      const counter = await open('counter', place, by)
      await counter.enter({ type: 'SignIn', staff: `0${place}`, pin: await newPin(server, `0${place}`) })
      await counter.submit({ type: 'OpenCounter', stages: ['documents'], helps: [] })
      return counter
    },
    /** Somebody comes by the good way. */
    scan: async (scanned: string): Promise<Answer> =>
      ask(server.address, await tokenOf('kiosk', '2'), { type: 'CheckIn', commandId: newCommandId(), scanned }),
    /** Resolves when this screen shows what the office would show it now. */
    isRight: (line: Connection<Role>, role: Role, place: string) =>
      vi.waitFor(async () => {
        const now = await viewOf(role, place)
        const seen = line.seen()
        expect(seen.status).toBe('live')
        expect('view' in seen ? { ...seen.view, at: 0, seq: 0 } : null).toEqual({ ...now, at: 0, seq: 0 })
      }, WAIT),
    async killServer() {
      await server.kill()
    },
    async startServer() {
      server = await startServer(folder, { ANTREAN_ADDRESSES: proxy.address, PORT: new URL(server.address).port })
    },
    async readEvents(): Promise<Recorded[]> {
      const { links, close } = openForReading(journalFile(folder))
      const events: Recorded[] = []
      for await (const recorded of readChain(links)) events.push(recorded)
      await close()
      return events
    },
    rssMb: (pid: number): number =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async close() {
      for (const line of lines) line.close()
      await server.stop()
      await proxy.remove()
    },
  }
}

/** What a live or stale line shows. */
export const shown = <R extends Role>(line: Connection<R>): ViewOf<R> => {
  const seen = line.seen()
  if (!('view' in seen)) throw new Error(`shows nothing: ${seen.status}`)
  return seen.view
}
