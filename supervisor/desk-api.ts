import type { z } from 'zod'
import type { Wish } from '../protocol/commands.ts'
import { DeskOverview, type DeskSignIn } from '../protocol/desk/desk.ts'
import { DeskDevices } from '../protocol/devices-view.ts'
import { newCommandId } from '../ui/connection.ts'
import { type Asked, askServer, Nothing, type Send } from '../ui/desk/ask-server.ts'

/** The requests of the desk. All are answered as values; none throws for a server that is away or says no. */
export type DeskApi = {
  /** `GET /api/desk<path>`, its answer read with the schema. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<Asked<T>>
  /** `POST /api/desk<path>` with a JSON body. */
  post<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<Asked<T>>
  /** `POST /api/desk<path>` with a file as it is. */
  send<T>(path: string, schema: z.ZodType<T>, file: Blob, type: string): Promise<Asked<T>>
  /** Asks the Door for something as this supervisor. */
  ask(wish: Wish): Promise<Asked<null>>
  signIn(who: DeskSignIn): Promise<Asked<DeskOverview>>
  signOut(): Promise<Asked<null>>
  /** Who sits here; null while nobody does. */
  overview(): Promise<Asked<DeskOverview | null>>
  devices(): Promise<Asked<DeskDevices>>
}

/** The requests to the server at `origin`. */
export const deskApi = (origin: string, send: Send = (url, request) => fetch(url, request)): DeskApi => {
  const url = (path: string) => `${origin}/api/desk${path}`
  const ask = <T>(path: string, schema: z.ZodType<T>, request: RequestInit): Promise<Asked<T>> =>
    askServer(send, url(path), schema, request)
  const get = <T>(path: string, schema: z.ZodType<T>) => ask(path, schema, { method: 'GET' })
  const post = <T>(path: string, schema: z.ZodType<T>, body: object = {}) =>
    ask(path, schema, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    get,
    post,
    send: (path, schema, file, type) =>
      ask(path, schema, { method: 'POST', headers: { 'content-type': type }, body: file }),
    ask: (wish) => post('/commands', Nothing, { ...wish, commandId: newCommandId() }),
    signIn: (who) => post('/session', DeskOverview, who),
    signOut: () => post('/sign-out', Nothing),
    overview: () => get('', DeskOverview.nullable()),
    devices: () => get('/devices', DeskDevices),
  }
}
