import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Role } from '../../protocol/roles.ts'
import { badBody, readValue } from '../support/bad-bodies.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'
import { openTestOffice } from '../support/office.ts'

const polluted = (): string[] =>
  Object.keys(Object.create({}.constructor.prototype)).concat(Object.keys(Object.prototype))

describe('bodies that are no commands', { tags: ['W15'] }, () => {
  test('are answered, change nothing where they are invalid, and never harm the office', {
    timeout: 300_000,
  }, async (context) => {
    const bodies = howMany(3_000, 180_000)
    const { door, faults } = await openTestOffice()
    let invalid = 0
    await fc.assert(
      fc.asyncProperty(badBody, fc.constantFrom(...Role.options), async (text, role) => {
        const before = door.state()
        const sender = { role, device: 'd', place: '1', staff: role === 'counter' ? '07' : null }
        const answer = await door.submit(readValue(text), sender)
        if (answer.status !== 'taken') expect(door.state()).toBe(before)
        if (answer.status === 'invalid') invalid += 1
      }),
      { numRuns: bodies },
    )
    expect(faults).toEqual([])
    expect(polluted()).toEqual([])
    expect(invalid).toBeGreaterThan(bodies / 2)
    keepInputs(context, bodies)
  })

  test.each([
    ['a key of the prototype', '{"type":"CallStaff","commandId":"a-command-of-tests","__proto__":{"role":"console"}}'],
    ['a constructor', '{"type":"CallStaff","commandId":"a-command-of-tests","constructor":{}}'],
    ['a key too many', '{"type":"CallStaff","commandId":"a-command-of-tests","role":"console"}'],
    ['its type as a list', '{"type":["CallStaff"],"commandId":"a-command-of-tests"}'],
    ['an id that is a number', '{"type":"CallStaff","commandId":1e999}'],
    ['the second of two types', '{"type":"CallStaff","commandId":"a-command-of-tests","type":"Nothing"}'],
    ['twenty levels', `{"type":"CallStaff","commandId":${'['.repeat(20)}${']'.repeat(20)}}`],
  ])('a command with %s is none', async (_what, text) => {
    const { door } = await openTestOffice()
    const sender = { role: 'kiosk', device: 'd', place: '1', staff: null } as const
    expect((await door.submit(JSON.parse(text), sender)).status).toBe('invalid')
  })
})
