import type { Door } from '../../protocol/door.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { DeviceRole, Rank, Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { importAgenda } from '../agenda/import-agenda.ts'
import { placeTrouble } from '../places.ts'
import { done, type OfficeDesk, refused } from './office-desk.ts'

/** What this room needs of an office that was opened in this process; `openOffice` gives it. */
export type OfficeHere = {
  door: Door
  access: {
    pair(role: DeviceRole, place: string): Promise<{ token: string }>
    setPin(staff: StaffNumber, rank?: Rank): Promise<string>
  }
  office: { read(): Office }
  close(): Promise<void>
}

/** The office of a data folder that no server works on, asked in this process as its console. */
export const openDeskHere = (
  here: OfficeHere,
  { address, sender, newCommandId }: { address: string; sender: Sender; newCommandId: () => string },
): OfficeDesk => ({
  address,
  async pair(role, place) {
    const trouble = placeTrouble(here.office.read(), role, place)
    if (trouble !== null) return refused(trouble)
    return done((await here.access.pair(role, place)).token)
  },
  async ask(wish) {
    const answer = await here.door.submit({ ...wish, commandId: newCommandId() }, sender)
    if (answer.status === 'taken') return done(answer.result)
    return refused(answer.status === 'refused' ? answer.refusal.code : answer.issues.map((i) => i.message).join('; '))
  },
  async figures() {
    const seen: View[] = []
    here.door.watch({ ...sender, role: 'integration' }, (view) => seen.push(view))()
    const [view] = seen
    return view?.role === 'integration' ? done(view) : refused('office-not-ready')
  },
  newPin: async (staff, rank) => done(await here.access.setPin(staff, rank)),
  async enterAgenda(file, acceptGoodRows) {
    const desk = { door: here.door, sender, newCommandId, office: here.office.read() }
    return done(await importAgenda(desk, file, { day: null, acceptGoodRows }))
  },
  close: () => here.close(),
})
