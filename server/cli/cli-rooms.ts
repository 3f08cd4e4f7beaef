import type { Problem } from '../../config/config-problem.ts'
import type { Settings } from '../../config/settings.ts'
import type { HubDesk } from '../hub/hub-keys.ts'
import type { Recorded } from '../journal/journal.ts'
import type { Nightly } from '../journal/nightly-backup.ts'
import type { MadeCertificate } from '../tls/make-certificate.ts'
import type { Asked, OfficeDesk } from './office-desk.ts'

/** What a look through a journal found; `lastLink` is the end of its hash chain, to be written down elsewhere. */
export type JournalState =
  | { status: 'sound'; events: number; lastLink: string | null }
  | { status: 'damaged'; seq: number; reason: string }

/** What a drill found: the backup it took, its events before and after, and what the office that came of it knows. */
export type Drilled = { file: string; events: number; restored: number; day: string | null; tickets: number }

/** Everything that commands reach for. `makeRooms` builds the real one, tests their own. */
export type CliRooms = {
  /** The machine's settings. Throws `ConfigProblem`. */
  settings(): Settings
  /** The office: the server that runs on the data folder, or else the folder itself. To be closed after use. */
  openDesk(): Promise<Asked<OfficeDesk>>
  checkConfig(file: string): Promise<readonly Problem[]>
  readBytes(file: string): Promise<Asked<Uint8Array>>
  /** Looks through a journal or a backup; without `file` through the data folder's. */
  verify(file: string | null): Promise<Asked<JournalState>>
  /** What the journal of the data folder recorded, in order, also while a server works on it; looked through in one go. */
  readJournal(see: (recorded: Recorded) => void): Promise<Asked<void>>
  /** Writes everything of the data folder into a new file and looks through it. */
  backup(toFile: string): Promise<Asked<JournalState>>
  /** One more backup into a folder, and onto a second medium where one is named; the oldest there are removed. */
  nightly(folder: string, secondFolder: string | null): Promise<Asked<Nightly>>
  /** Restores a backup, or the newest of a folder, into a scratch folder, opens the office there and removes it. */
  drill(from: string): Promise<Asked<Drilled>>
  /** Puts a backup in the place of what the data folder holds; tells how many events it has. */
  restore(fromFile: string): Promise<Asked<number>>
  /** Moves the office into the database of the settings, or out of it; tells how many events lie there now. */
  move(to: 'postgres' | 'file'): Promise<Asked<number>>
  /** Works at the hub that `ANTREAN_HUB` names; `address` is where offices reach it. */
  hub<T>(work: (desk: HubDesk, address: string) => Promise<T>): Promise<Asked<T>>
  /** Makes a certificate of the data folder for these names, and the CA where there is none. */
  makeCertificate(names: readonly string[]): Promise<Asked<MadeCertificate>>
}
