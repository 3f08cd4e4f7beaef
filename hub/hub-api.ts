import { Board, HubCompare, HubFigures, HubSurvey } from '../protocol/hub/board.ts'
import { type Asked, askServer, Nothing, type Send } from '../ui/desk/ask-server.ts'

/** The requests of the hub's page. All are answered as values; none throws for a hub that is away or says no. */
export type HubApi = {
  /** `signed-out`: the hub does not know the key. */
  signIn(key: string): Promise<Asked<null>>
  signOut(): Promise<Asked<null>>
  board(): Promise<Asked<Board>>
  /** `query` as the route takes it, `from=2026-11-01&until=2026-11-24&region=bali`; so the others. */
  compare(query: string): Promise<Asked<HubCompare>>
  figures(query: string): Promise<Asked<HubFigures>>
  survey(query: string): Promise<Asked<HubSurvey>>
}

/** The requests to the hub at `origin`. */
export const hubApi = (origin: string, send: Send = (url, request) => fetch(url, request)): HubApi => {
  const url = (path: string) => `${origin}/api/hub/${path}`
  const post = (path: string, body: object) =>
    askServer(send, url(path), Nothing, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const get = { method: 'GET' }
  return {
    signIn: (key) => post('sign-in', { key }),
    signOut: () => post('sign-out', {}),
    board: () => askServer(send, url('board'), Board, get),
    compare: (query) => askServer(send, url(`offices?${query}`), HubCompare, get),
    figures: (query) => askServer(send, url(`figures?${query}`), HubFigures, get),
    survey: (query) => askServer(send, url(`survey?${query}`), HubSurvey, get),
  }
}
