import { useState } from 'preact/hooks'
import { WebhooksPage as Answer, HookAdded, type HookFace, Try } from '../../protocol/desk/webhooks.ts'
import { type Asked, Nothing } from '../../ui/desk/ask-server.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { DataTable } from '../../ui/desk/DataTable.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice, type Tone } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { notSavedText } from '../texts.ts'
import { NewHookForm } from './NewHookForm.tsx'
import { HOOKS, notTakenText, resultText, STATES } from './texts.ts'

const REFRESH_MS = 3_000

const MARKS: Record<keyof typeof STATES, { icon: IconName; tone: Tone }> = {
  on: { icon: 'lengkap', tone: 'tepat' },
  off: { icon: 'tahan', tone: 'nanti' },
  stopped: { icon: 'putus', tone: 'rusak' },
  failing: { icon: 'awas', tone: 'lewat' },
}

const stateOf = ({ state, failingSinceAt }: HookFace): keyof typeof STATES =>
  state === 'on' && failingSinceAt !== null ? 'failing' : state

/** Receivers outside: who is told what, whether it gets through, and what was sent last. */
export function WebhooksPage({ api, overview, lang }: PageProps) {
  const loaded = useAsked(() => api.get('/webhooks', Answer), 'webhooks', REFRESH_MS)
  const [isAdding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [said, setSaid] = useState<{ tone: Tone; text: string } | null>(null)
  const page = loaded.value
  const clock = (at: number): string => clockTime(at, overview.zone)

  const tell = <T,>(asked: Asked<T>, done: (value: T) => { tone: Tone; text: string }): void => {
    const known = asked.status === 'refused' ? notTakenText(asked.detail, lang) : null
    setSaid(asked.status === 'done' ? done(asked.value) : { tone: 'rusak', text: known ?? notSavedText(asked, lang) })
  }
  const saved = (): { tone: Tone; text: string } => ({ tone: 'tepat', text: say(HOOKS.done, lang) })
  const act = async (path: string, body: object = {}): Promise<void> => {
    tell(await api.post(path, Nothing, body), saved)
    await loaded.again()
  }
  const test = async (id: string): Promise<void> => {
    tell(await api.post(`/webhooks/${id}/test`, Try), ({ result }) => ({
      tone: result.kind === 'delivered' ? 'tepat' : 'rusak',
      text: resultText(result, lang),
    }))
    await loaded.again()
  }
  const add = async (wanted: object): Promise<void> => {
    const asked = await api.post('/webhooks', HookAdded, wanted)
    tell(asked, saved)
    if (asked.status !== 'done') return
    setSecret(asked.value.secret)
    setAdding(false)
    await loaded.again()
  }
  const button = (hook: HookFace, name: string, press: () => void) => (
    <button type="button" class="tombol" aria-label={`${name}: ${hook.url}`} onClick={press}>
      {name}
    </button>
  )
  const stateMark = (hook: HookFace) => {
    const state = stateOf(hook)
    const { icon, tone } = MARKS[state]
    const again = hook.nextTryAt === null ? '' : `, ${fill(say(HOOKS.nextTry, lang), { jam: clock(hook.nextTryAt) })}`
    return (
      <span class={`keadaan-penerima ${tone}`}>
        <Icon name={icon} />
        {say(STATES[state], lang)}
        {again}
      </span>
    )
  }

  return (
    <>
      <Head name={say(HOOKS.name, lang)} about={say(HOOKS.about, lang)}>
        <button type="button" class="tombol" disabled={isAdding} onClick={() => setAdding(true)}>
          <Icon name="pindah" />
          {say(HOOKS.add, lang)}
        </button>
      </Head>
      <Notice tone={said?.tone ?? 'tepat'} text={said?.text ?? null} />
      {secret !== null && (
        <Card id="kunci" head={say(HOOKS.secret, lang)}>
          <output class="rahasia">{secret}</output>
        </Card>
      )}
      {isAdding && page !== null && (
        <Card id="baru" head={say(HOOKS.add, lang)}>
          <NewHookForm
            lang={lang}
            example={page.example}
            onSave={(wanted) => void add(wanted)}
            onCancel={() => setAdding(false)}
          />
        </Card>
      )}
      <Loading loaded={loaded} lang={lang} />
      {page !== null && (
        <>
          <Card id="penerima" head={say(HOOKS.receivers, lang)}>
            <DataTable
              label={say(HOOKS.receivers, lang)}
              columns={[
                { head: say(HOOKS.url, lang) },
                { head: say(HOOKS.state, lang) },
                { head: say(HOOKS.lastTry, lang) },
                { head: say(HOOKS.backlog, lang), figure: true },
                { head: say(HOOKS.acts, lang) },
              ]}
              rows={page.hooks.map((hook) => ({
                key: hook.id,
                cells: [
                  <span key="alamat" class="alamat-penerima">
                    {hook.url}
                  </span>,
                  stateMark(hook),
                  hook.last === null ? '' : `${clock(hook.last.at)} ${resultText(hook.last.result, lang)}`,
                  hook.backlog,
                  <span key="tindakan" class="halaman">
                    {button(hook, say(HOOKS.test, lang), () => void test(hook.id))}
                    {button(
                      hook,
                      say(hook.state === 'on' ? HOOKS.off : HOOKS.on, lang),
                      () => void act(`/webhooks/${hook.id}`, { on: hook.state !== 'on' }),
                    )}
                    {button(hook, say(HOOKS.remove, lang), () => {
                      if (confirm(say(HOOKS.removeSure, lang))) void act(`/webhooks/${hook.id}/remove`)
                    })}
                  </span>,
                ],
              }))}
              empty={say(HOOKS.none, lang)}
            />
          </Card>
          <Card id="kiriman" head={say(HOOKS.tries, lang)}>
            <DataTable
              label={say(HOOKS.tries, lang)}
              columns={[
                { head: say(HOOKS.time, lang) },
                { head: say(HOOKS.events, lang) },
                { head: say(HOOKS.url, lang) },
                { head: say(HOOKS.attempt, lang), figure: true },
                { head: say(HOOKS.result, lang) },
              ]}
              rows={page.tries.map((tried, i) => ({
                key: `${tried.hook} ${tried.at} ${i}`,
                cells: [
                  clock(tried.at),
                  tried.type,
                  page.hooks.find(({ id }) => id === tried.hook)?.url ?? tried.hook,
                  tried.attempt,
                  resultText(tried.result, lang),
                ],
              }))}
              empty={say(HOOKS.noTries, lang)}
            />
          </Card>
        </>
      )}
    </>
  )
}
