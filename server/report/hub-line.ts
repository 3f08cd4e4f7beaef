import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Bulletin, HubPlace, type Parcel } from '../../protocol/hub/report.ts'

/** How long the hub may take for an answer, ms: it folds what it was told before. */
const ANSWER_MS = 30_000
const press = promisify(gzip)

/** What the hub answered: `another-history`, other events stand there under the office's name; `away`, nothing that counts. */
export type HubAnswer<T> =
  | { status: 'done'; value: T }
  | { status: 'another-history' }
  | { status: 'away'; why: string }

/** The way to the hub. Every call resolves, whatever happens on the way. */
export type HubLine = {
  place(): Promise<HubAnswer<HubPlace>>
  send(parcel: Parcel): Promise<HubAnswer<HubPlace>>
  bulletin(bulletin: Bulletin): Promise<HubAnswer<null>>
}

/** The longest answer that a hub gives, bytes: a place. */
const ANSWER_MAX = 4_096

/** The JSON of an answer; whoever answers more is no hub, and is not read to its end. Throws then. */
const readShort = async (answer: Response): Promise<unknown> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer.body ?? []) {
    bytes += part.length
    // Leaving the loop cancels the rest.
    if (bytes > ANSWER_MAX) throw new Error('the answer is too long for a hub')
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString())
}

const read = async <T>(answer: Response, parse: (body: unknown) => T): Promise<HubAnswer<T>> => {
  if (answer.status === 204) return { status: 'done', value: parse(null) }
  if (answer.ok) return { status: 'done', value: parse(await readShort(answer)) }
  await answer.body?.cancel()
  if (answer.status === 409) return { status: 'another-history' }
  return { status: 'away', why: `the hub answered ${answer.status}` }
}

/** Opens the way to a hub, `url` its origin, for an office with its key there. No redirect is followed. */
export const openHubLine = ({ url, office, key }: { url: string; office: string; key: string }): HubLine => {
  const ask = async <T>(path: string, body: object | null, parse: (body: unknown) => T): Promise<HubAnswer<T>> => {
    try {
      const answer = await fetch(`${url}/api/hub/offices/${office}/${path}`, {
        signal: AbortSignal.timeout(ANSWER_MS),
        redirect: 'error',
        headers: {
          authorization: `Bearer ${key}`,
          ...(body && { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
        },
        ...(body && { method: 'POST', body: await press(JSON.stringify(body)) }),
      })
      return await read(answer, parse)
    } catch (trouble) {
      return { status: 'away', why: String(trouble) }
    }
  }
  const placeOf = (body: unknown): HubPlace => HubPlace.parse(body)
  return {
    place: () => ask('place', null, placeOf),
    send: (parcel) => ask('parcels', parcel, placeOf),
    bulletin: (bulletin) => ask('bulletin', bulletin, () => null),
  }
}
