import { describe, expect, test } from 'vitest'
import { Command, type CommandType, PERMITTED } from '../../protocol/commands.ts'
import { Role, type Sender } from '../../protocol/roles.ts'
import { everyTicket, ticketBy } from '../../server/rules/tickets.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, openTestOffice, watching } from '../support/office.ts'
import { counter, KIOSK } from '../support/rules.ts'

const row = (code: string, hours = '10.00-11.00') => ({
  code,
  day: TODAY,
  window: window(hours),
  service: 'passport-new',
  status: 'booked' as const,
  priority: false,
})
const scan = (code: string, commandId = nextId()) => ({ type: 'CheckIn', scanned: code, commandId })

const opened = async () => {
  const office = await openTestOffice()
  await office.ask({ type: 'ImportAgenda', rows: [row('K7M2Q9XA'), row('K7M2Q9XB')] }, office.asConsole)
  office.clock.set(at('10.05'))
  return office
}

describe('the Door', () => {
  test('gives the same answer to a command that is repeated, and does it once', { tags: ['D3', 'F18'] }, async () => {
    const { door } = await opened()
    const command = scan('K7M2Q9XA')
    const [first, second] = await Promise.all([door.submit(command, KIOSK), door.submit(command, KIOSK)])
    const third = await door.submit(command, KIOSK)
    expect(first).toMatchObject({ status: 'taken', result: { verdict: 'on-time', number: 'A001' } })
    expect([second, third]).toEqual([first, first])
    expect(everyTicket(door.state().tickets)).toHaveLength(1)
  })

  test('refuses an id that comes back with another body, or from another place', async () => {
    const { door } = await opened()
    const commandId = nextId()
    await door.submit(scan('K7M2Q9XA', commandId), KIOSK)
    const reused = { status: 'refused', refusal: { code: 'command-id-reused' } }
    expect(await door.submit(scan('K7M2Q9XB', commandId), KIOSK)).toEqual(reused)
    expect(await door.submit(scan('K7M2Q9XA', commandId), { ...KIOSK, place: '2' })).toEqual(reused)
  })

  test('gives two people to two counters that call in the same instant', { tags: ['D5', 'F22'] }, async () => {
    const { door, ask } = await opened()
    await door.submit(scan('K7M2Q9XA'), KIOSK)
    await door.submit(scan('K7M2Q9XB'), KIOSK)
    for (const place of [1, 2]) await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(place))
    const answers = await Promise.all([1, 2].map((place) => ask({ type: 'CallNext' }, counter(place))))
    expect(answers).toMatchObject([{ result: { number: 'A001' } }, { result: { number: 'A002' } }])
  })

  test('gives one ticket to one code at two kiosks in the same instant', { tags: ['F35', 'K8'] }, async () => {
    const { door } = await opened()
    const answers = await Promise.all([
      door.submit(scan('K7M2Q9XA'), KIOSK),
      door.submit(scan('K7M2Q9XA'), { ...KIOSK, place: '2' }),
    ])
    expect(answers).toMatchObject([
      { result: { verdict: 'on-time', number: 'A001' } },
      { result: { verdict: 'already-in', number: 'A001' } },
    ])
  })

  test('says where a message is wrong, and records nothing of it', async () => {
    const { door } = await opened()
    const before = door.state()
    for (const nonsense of [
      null,
      7,
      'CheckIn',
      [],
      {},
      { type: 'CheckIn' },
      { ...scan('X'), more: 1 },
      { type: 'Nuke' },
    ])
      expect(await door.submit(nonsense, KIOSK)).toMatchObject({ status: 'invalid' })
    const answer = await door.submit({ type: 'CheckIn', scanned: 'x'.repeat(5000), commandId: nextId() }, KIOSK)
    expect(answer).toMatchObject({ status: 'invalid', issues: [{ path: 'scanned' }] })
    expect(door.state()).toBe(before)
  })

  test('permits every command to its roles alone', async () => {
    const { door } = await opened()
    const id = nextId()
    const office = door.state().office
    const bodies: Record<CommandType, object> = {
      CheckIn: { scanned: 'X' },
      TakeNumberAnyway: { visitId: id },
      ConfirmDocuments: { visitId: id },
      PutOff: { visitId: id },
      ReportSound: { status: 'ready' },
      SettleInvitation: { ticketId: `${TODAY}/A001`, how: 'answered' },
      Announce: { words: { id: 'x', en: 'x' } },
      EndAnnouncement: {},
      TrustClock: {},
      Reprint: { ticketId: `${TODAY}/A001` },
      ConfirmPaper: { ticketId: `${TODAY}/A001`, out: true },
      CallStaff: {},
      CancelStaffCall: {},
      AnswerStaffCall: { kiosk: '1' },
      OpenCounter: { stages: ['documents'], helps: [] },
      CloseCounter: {},
      CallNext: {},
      Recall: { ticketId: `${TODAY}/A001` },
      Start: { ticketId: `${TODAY}/A001` },
      Finish: { ticketId: `${TODAY}/A001`, outcome: 'completed' },
      NoShow: { ticketId: `${TODAY}/A001` },
      TakeNumber: { service: 'passport-new', priority: false, reason: 'other' },
      StateWindow: { visitId: id, window: null },
      PauseCounter: { reason: 'rest' },
      ResumeCounter: {},
      CallTicket: { ticketId: `${TODAY}/A001`, reason: 'urgent' },
      Park: { ticketId: `${TODAY}/A001` },
      Resume: { ticketId: `${TODAY}/A001` },
      AskDocument: { ticketId: `${TODAY}/A001`, document: 'copy' },
      Transfer: { ticketId: `${TODAY}/A001`, to: { kind: 'counter', counter: 2 } },
      Undo: { ticketId: `${TODAY}/A001` },
      TakeOver: { ticketId: `${TODAY}/A001`, reason: 'system-trouble' },
      AcceptLate: { ticketId: `${TODAY}/A001`, reason: 'office-mistake' },
      GrantPriority: { ticketId: `${TODAY}/A001`, reason: 'needs-help' },
      Admit: { scanned: 'X', service: 'passport-new', kiosk: '1', reason: 'urgent' },
      GrantNumber: {
        ...{ service: 'passport-new', priority: false, walkInReason: 'other' },
        ...{ kiosk: '1', reason: 'urgent' },
      },
      GrantReprint: { ticketId: `${TODAY}/A001`, kiosk: '1', reason: 'urgent' },
      Reassign: { ticketId: '2026-11-24/A001', to: { kind: 'queue' }, reason: 'urgent' },
      CancelTicket: { ticketId: '2026-11-24/A001', reason: 'left' },
      SetHelps: { counter: 3, helps: [] },
      StartOutage: { scope: 'national' },
      EndOutage: {},
      SetHours: { day: TODAY, opening: null },
      Refresh: {},
      ReportSlip: { slipId: `${TODAY}/A001/1`, status: 'printed' },
      ReportDevice: { status: 'ready' },
      OpenDay: { day: TODAY },
      CloseDay: { day: '2026-01-01' },
      ChangeBooking: {
        ...{ scanned: 'K7M2Q9XA', day: TODAY, window: row('K7M2Q9XA').window },
        ...{ service: 'passport-new', status: 'booked', priority: false },
      },
      EnterPaperVisit: {
        ...{ scanned: null, service: 'passport-new', priority: false, window: null },
        ...{ kiosk: null, cameAt: 0, served: null },
      },
      ImportAgenda: { rows: [row('K7M2Q9XA')] },
      ConfigureOffice: { office },
      Record: { fact: { type: 'RetentionRun', by: { role: 'clock', staff: null }, parts: [] } },
    }
    expect(Object.keys(bodies).sort()).toEqual(Command.options.map((each) => each.shape.type.value).sort())
    for (const [type, body] of Object.entries(bodies) as [CommandType, object][])
      for (const role of Role.options) {
        const sender: Sender = { role, device: 'x', place: '1', staff: null }
        const answer = await door.submit({ type, commandId: nextId(), ...body }, sender)
        const denied = answer.status === 'refused' && answer.refusal.code === 'not-permitted'
        expect([type, role, denied]).toEqual([type, role, !PERMITTED[type].includes(role)])
        if (role === 'counter' && PERMITTED[type].includes(role))
          expect(answer).toEqual({ status: 'refused', refusal: { code: 'staff-needed' } })
      }
  })

  test('shows a screen what it may see at once, then only when that changed', async () => {
    const { door, ask } = await opened()
    const display = watching(door, 'display', { role: 'display', device: 'd', place: '1', staff: null })
    expect(display.now()).toMatchObject({ live: [], office: { name: 'Kantor Imigrasi Kelas I TPI Denpasar' } })
    await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1))
    expect(display.views).toHaveLength(1)
    await door.submit(scan('K7M2Q9XA'), KIOSK)
    await ask({ type: 'CallNext' }, counter(1))
    expect(display.now().live).toMatchObject([{ number: 'A001', counter: 1, times: 1 }])
    display.stop()
    const shown = display.views.length
    await ask({ type: 'Recall', ticketId: `${TODAY}/A001` }, counter(1))
    expect(display.views).toHaveLength(shown)
  })

  test('wakes by itself when something falls due: a held ticket becomes callable, a call ends', async () => {
    const { door, ask, clock } = await opened()
    await ask({ type: 'ImportAgenda', rows: [row('K7M2Q9XC', '13.00-14.00')] }, { ...counter(1), role: 'console' })
    await ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1))
    await door.submit(scan('K7M2Q9XC'), KIOSK)
    const desk = watching(door, 'counter', counter(1))
    expect(desk.now().next).toBeNull()
    clock.set(at('12.00'))
    expect(desk.now().next).toMatchObject({ number: 'A001', condition: 'held' })
    clock.set(at('13.00'))
    expect(desk.now().next).toMatchObject({ condition: 'ready' })
    const display = watching(door, 'display', { role: 'display', device: 'd', place: '1', staff: null })
    await ask({ type: 'CallNext' }, counter(1))
    expect(display.now().live).toHaveLength(1)
    clock.pass(1)
    expect(display.now()).toMatchObject({ live: [], last: [{ number: 'A001' }] })
  })

  test('never lets its time go back when the clock does', { tags: ['T1'] }, async () => {
    const { door, clock } = await opened()
    await door.submit(scan('K7M2Q9XA'), KIOSK)
    clock.set(at('03.00'))
    await door.submit(scan('K7M2Q9XB'), KIOSK)
    expect(ticketBy(door.state().tickets, `${TODAY}/A002`)?.checkedInAt).toBe(at('10.05'))
  })

  test('ends with a fault when the journal cannot write, and changes nothing before that', {
    tags: ['D7'],
  }, async () => {
    let full = false
    const journal = openMemoryJournal([], () => {
      if (full) throw new Error('ENOSPC')
    })
    const office = await openTestOffice({ journal })
    await office.ask({ type: 'ImportAgenda', rows: [row('K7M2Q9XA')] }, office.asConsole)
    office.clock.set(at('10.00'))
    full = true
    await expect(office.door.submit(scan('K7M2Q9XA'), KIOSK)).rejects.toThrow('ENOSPC')
    expect(office.faults).toHaveLength(1)
    expect(everyTicket(office.door.state().tickets)).toEqual([])
  })

  test('keeps no booking code: not in the journal, not in the state, not in a view', { tags: ['L3'] }, async () => {
    const journal = openMemoryJournal()
    const office = await openTestOffice({ journal })
    await office.ask({ type: 'ImportAgenda', rows: [row('CANARY77')] }, office.asConsole)
    office.clock.set(at('10.00'))
    const kiosk = watching(office.door, 'kiosk', KIOSK)
    await office.door.submit(scan('canary77'), KIOSK)
    expect(kiosk.now().visit).toMatchObject({ verdict: 'on-time', ticket: { number: 'A001' } })
    const kept: unknown[] = [office.door.state(), kiosk.views]
    for await (const recorded of journal.read()) kept.push(recorded)
    expect(JSON.stringify(kept).toUpperCase()).not.toContain('CANARY77')
  })
})
