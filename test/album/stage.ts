import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { Registry } from 'prom-client'
import type { Answer } from '../../protocol/answers.ts'
import type { Role, Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { openGateway } from '../../server/gateway/gateway.ts'
import type { AccessPort } from '../../server/gateway/options.ts'
import { NO_DESK } from '../support/no-desk.ts'

/** No page of the stage asks for the devices. */
const NO_DEVICES = (): never => {
  throw new Error('nobody looks after devices on this stage')
}

/** A token as a paired browser keeps it, 43 characters, that names its screen: `kiosk-1`. */
const tokenOf = (role: string, place: string): string => `${role}-${place}-`.padEnd(43, '0')
/** Screens that the stage knows as paired. */
const SCREENS = [
  ['kiosk', '1'],
  ['display', '1'],
  ['counter', '3'],
  ['survey', '1'],
  ['survey', 'counter-3'],
] as const

/** Who is signed in at the desk. */
const SUPERVISOR: Sender = { role: 'supervisor', device: 'desk', place: 'desk', staff: '90' }
const SUPERVISOR_TOKEN = tokenOf('supervisor', 'desk')

/** The real pages, served by the real gateway, before an office that shows whatever view it is given. */
export type Stage = {
  /** `http://127.0.0.1:<port>`. */
  address: string
  /** Cookies that pair a browser with the screens that the stage knows, and of a supervisor who signed in at the desk. */
  cookies: { name: string; value: string; url: string }[]
  /** Sets what the role of this view sees from now on, and shows it to those who watch; null: nothing yet. */
  show(role: Role, view: View | null): void
  /** Sets what the office answers to every command; null: it never answers. */
  answer(answer: Answer | null): void
  close(): Promise<void>
}

const nobody = async (): Promise<never> => {
  throw new Error('nobody signs in on this stage')
}

/** Opens the stage on a free port of this machine. Needs the built screens. */
export const openStage = async (): Promise<Stage> => {
  const shown = new Map<Role, View>()
  const watchers = new Map<(view: View) => void, Role>()
  let answered: Answer | null = { status: 'taken', result: { kind: 'done' } }
  const senders = new Map<string, Sender>(
    SCREENS.map(([role, place]) => [tokenOf(role, place), { role, place, device: `${role}-${place}`, staff: null }]),
  )
  const access: AccessPort = {
    senderOf: (token) => senders.get(token) ?? null,
    consoleSenderOf: () => null,
    seen: async () => undefined,
    pair: nobody,
    claim: nobody,
    passOf: () => 'pass',
    continueAt: nobody,
    redeemSetupCode: async () => null,
    signIn: async () => answered ?? nobody(),
    signOut: async () => ({ status: 'taken', result: { kind: 'done' } }),
    setPin: nobody,
    deskSenderOf: (token) => (token === SUPERVISOR_TOKEN ? SUPERVISOR : null),
    signInAtDesk: nobody,
    signOutOfDesk: nobody,
    onChange: () => () => undefined,
  }
  const gateway = await openGateway({
    door: {
      submit: () => (answered === null ? new Promise(() => undefined) : Promise.resolve(answered)),
      watch(sender, onView) {
        watchers.set(onView, sender.role)
        const view = shown.get(sender.role)
        if (view !== undefined) onView(view)
        return () => watchers.delete(onView)
      },
    },
    access,
    host: '127.0.0.1',
    port: 0,
    addresses: [],
    screensDir: fileURLToPath(new URL('../../dist/screens', import.meta.url)),
    voiceDirs: { shipped: fileURLToPath(new URL('../../dist/voice/clips', import.meta.url)), own: '/nowhere' },
    slidesDir: fileURLToPath(new URL('no-slides', import.meta.url)),
    build: readFileSync(new URL('../../dist/.antrean-sources', import.meta.url), 'utf8').slice(0, 12),
    placeTrouble: () => null,
    trackerSenderOf: () => ({ role: 'tracker', device: 'phone', place: 'ticket', staff: null }),
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    arrive: () => () => undefined,
    devices: NO_DEVICES,
    console: {
      overview: nobody,
      samples: nobody,
      newSamples: nobody,
      scan: nobody,
      papers: nobody,
      setPrinter: nobody,
    },
    desk: NO_DESK,
    agenda: nobody,
    survey: { take: async () => answered ?? new Promise(() => undefined) },
  })
  return {
    address: gateway.address,
    cookies: [
      ...SCREENS.map(([role, place]) => ({ name: `antrean-${role}-${place}`, value: tokenOf(role, place) })),
      { name: 'antrean-supervisor', value: SUPERVISOR_TOKEN },
    ].map((cookie) => ({ ...cookie, url: gateway.address })),
    show(role, view) {
      if (view === null) shown.delete(role)
      else {
        shown.set(role, view)
        for (const [onView, watching] of watchers) if (watching === role) onView(view)
      }
    },
    answer(answer) {
      answered = answer
    },
    close: () => gateway.close(),
  }
}

/**
 * A line between page and office: route a page's sockets through it before the page opens. `cut` breaks it, and lets no new
 * one through until `mend`.
 */
export type Line = { cut(): Promise<void>; mend(): void }

/** Puts a line between page and office. */
export const routeLine = async (page: Page): Promise<Line> => {
  const open = new Set<() => Promise<void>>()
  let isCut = false
  await page.routeWebSocket(/socket\.io/, async (socket) => {
    if (isCut) return void (await socket.close())
    socket.connectToServer()
    open.add(() => socket.close())
  })
  return {
    async cut() {
      isCut = true
      await Promise.all([...open].map((close) => close()))
    },
    mend() {
      open.clear()
      isCut = false
    },
  }
}
