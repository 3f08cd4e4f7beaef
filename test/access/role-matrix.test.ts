import { describe, expect, test } from 'vitest'
import { Command, type CommandType, PERMITTED } from '../../protocol/commands.ts'
import { Role, type Sender } from '../../protocol/roles.ts'
import { type View, View as ViewSchema } from '../../protocol/views.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { nextId, openTestOffice } from '../support/office.ts'
import { pathsOf, sampleOf } from '../support/sample-of.ts'

const TYPES = Command.options.map((option) => option.shape.type.value)
const NOT_PERMITTED = { status: 'refused', refusal: { code: 'not-permitted' } }

/** A command of each name that the parser takes. */
const bodyOf = (type: CommandType): object => {
  const option = Command.options.find((one) => one.shape.type.value === type)
  if (option === undefined) throw new Error(`${type} is no command`)
  const window = { startAt: at('10.00'), endAt: at('11.00') }
  const special: Partial<Record<CommandType, object>> = {
    ConfigureOffice: { office: DENPASAR },
    ImportAgenda: {
      rows: [{ code: 'AAAA1111', day: TODAY, window, service: 'passport-new', status: 'booked', priority: false }],
    },
    ChangeBooking: { window },
    SetHours: { opening: null },
    StateWindow: { window: null },
    EnterPaperVisit: { window: null },
  }
  const sample = sampleOf(option)
  const body = { ...(typeof sample === 'object' ? sample : {}), ...special[type], type, commandId: nextId() }
  return Command.parse(body)
}

const senderOf = (role: Role): Sender => ({
  role,
  device: `device-of-${role}`,
  place: role === 'tracker' ? `${TODAY}/A001` : role === 'supervisor' ? 'desk' : '1',
  staff: role === 'counter' || role === 'supervisor' ? '07' : null,
})

describe('what every role may ask for', { tags: ['W5'] }, () => {
  test.each(Role.options)('a %s is refused everything that is not its own, and nothing changes', async (role) => {
    const { door } = await openTestOffice()
    const sender = senderOf(role)
    for (const type of TYPES.filter((one) => !PERMITTED[one].includes(role))) {
      const before = door.state()
      expect([type, await door.submit(bodyOf(type), sender)]).toEqual([type, NOT_PERMITTED])
      expect(door.state()).toBe(before)
    }
  })

  test.each(Role.options)('a %s is asked nothing about permission in what is its own', async (role) => {
    for (const type of TYPES.filter((one) => PERMITTED[one].includes(role))) {
      const { door } = await openTestOffice()
      const answer = await door.submit(bodyOf(type), senderOf(role))
      expect([type, answer.status]).not.toEqual([type, 'invalid'])
      expect([type, answer]).not.toEqual([type, NOT_PERMITTED])
    }
  })

  test('a counter does nothing while nobody is signed in there', async () => {
    const { door } = await openTestOffice()
    const sender = { ...senderOf('counter'), staff: null }
    for (const type of TYPES)
      expect([type, (await door.submit(bodyOf(type), sender)).status]).toEqual([type, 'refused'])
  })

  test('a phone, a survey and another program change nothing of the day; a display says whether it is heard', () => {
    const own = (role: Role) => TYPES.filter((type) => PERMITTED[type].includes(role))
    expect([own('tracker'), own('survey'), own('integration'), own('display')]).toEqual([
      [],
      [],
      ['ImportAgenda'],
      ['ReportSound'],
    ])
  })

  test('the table is whole: every role and every command', (context) => {
    expect(Object.keys(PERMITTED).sort()).toEqual([...TYPES].sort())
    keepFigure(context, `${Role.options.length} roles × ${TYPES.length} commands`)
  })
})

/** What no screen of the hall, no phone and no other program may be shown: words of people, codes, ranks and reasons. */
const NEVER = /(?:^|\.)(?:name|code|bookingKey|nik|phone|party|priority|pin|token|staff|device|reason)$/
/** Names of things, in two languages, are no names of people. */
const THINGS = /(?:^|\.)(?:office|hours|lane|zone)\.name$/

describe('what every role may see', { tags: ['W5', 'X2'] }, () => {
  const pathsOfRole = (role: View['role']) => {
    const option = ViewSchema.options.find((one) => one.shape.role.value === role)
    if (option === undefined) throw new Error(`${role} has no view`)
    return [...pathsOf(option)]
  }

  test.each(['display', 'tracker', 'integration', 'survey'] as const)(
    'a %s has no field for a name, a code, a PIN, a token or a reason',
    (role) => {
      const paths = pathsOfRole(role)
      expect(paths.length).toBeGreaterThan(5)
      expect(paths.filter((path) => NEVER.test(path) && !THINGS.test(path))).toEqual([])
    },
  )

  test.each(ViewSchema.options.map((option) => option.shape.role.value))(
    'no field of a %s is for a booking code',
    (role) => {
      expect(
        pathsOfRole(role).filter((path) => /(?:^|\.)(?:code|bookingKey|nik|phone|party|pin|token)$/.test(path)),
      ).toEqual([])
    },
  )

  test.each(ViewSchema.options.map((option) => option.shape.role.value))(
    'a view of a %s with one field more is none',
    async (role) => {
      const { door } = await openTestOffice()
      const seen: View[] = []
      door.watch(senderOf(role), (view) => seen.push(view))
      for (const view of seen) {
        expect(ViewSchema.safeParse(view).success).toBe(true)
        expect(ViewSchema.safeParse({ ...view, name: 'SITI' }).success).toBe(false)
      }
      if (role !== 'tracker') expect(seen.map((view) => view.role)).toEqual([role])
    },
  )
})
