import type {
  DeskPairings,
  DeskStaff,
  DevicePaired,
  OfficeDesk,
  OfficeDraft,
  OfficeHistory,
  OfficePreview,
  OfficeRestore,
  OfficeSaved,
  PairDevice,
  StaffAct,
  StaffActed,
} from '../../../protocol/desk/office.ts'
import type { Sender } from '../../../protocol/roles.ts'

/** What the page of the office asks of the house. A refusal is a value of its answer, never a rejection. */
export type OfficePort = {
  read(): Promise<OfficeDesk>
  preview(draft: OfficeDraft): Promise<OfficePreview>
  save(sender: Sender, draft: OfficeDraft): Promise<OfficeSaved>
  history(): Promise<OfficeHistory>
  restore(sender: Sender, wanted: OfficeRestore): Promise<OfficeSaved>
  staff(sender: Sender): Promise<DeskStaff>
  actOnStaff(sender: Sender, act: StaffAct): Promise<StaffActed>
  pairings(): Promise<DeskPairings>
  pair(sender: Sender, device: PairDevice): Promise<DevicePaired>
  /** False when there is no such pairing. */
  revoke(sender: Sender, id: string): Promise<boolean>
}
