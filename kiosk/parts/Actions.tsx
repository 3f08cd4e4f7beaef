import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { PAPER } from '../paper-texts.ts'
import type { Ticket } from '../screen.ts'
import { ALWAYS, TICKET } from '../texts.ts'
import { Button } from './Button.tsx'

type Props = { kiosk: Kiosk }

/** Finished: back to the start, everything wiped. */
export function DoneButton({ kiosk }: Props) {
  return (
    <Button primary onPress={() => kiosk.perform({ type: 'done' })}>
      {say(ALWAYS.done, kiosk.lang)}
    </Button>
  )
}

function CallButton({ kiosk }: Props) {
  return (
    <Button icon="petugas" onPress={() => kiosk.perform({ type: 'call-staff' })}>
      {say(ALWAYS.callStaff, kiosk.lang)}
    </Button>
  )
}

/** The code is typed instead. */
export function TypeButton({ kiosk }: Props) {
  return (
    <Button icon="ketik" onPress={() => kiosk.perform({ type: 'open-keypad' })}>
      {say(ALWAYS.typeCode, kiosk.lang)}
    </Button>
  )
}

function ScanButton({ kiosk }: Props) {
  return (
    <Button primary icon="pindai" onPress={() => kiosk.perform({ type: 'again' })}>
      {say(ALWAYS.scanAgain, kiosk.lang)}
    </Button>
  )
}

/** Whether the paper came, of a printer that cannot tell: no, or yes and done. */
function PaperAnswer({ kiosk }: Props) {
  return (
    <div class="dua">
      <Button icon="cetak" onPress={() => kiosk.perform({ type: 'paper', out: false })}>
        {say(PAPER.missing, kiosk.lang)}
      </Button>
      <Button primary onPress={() => kiosk.perform({ type: 'paper', out: true })}>
        {say(PAPER.came, kiosk.lang)}
      </Button>
    </div>
  )
}

/** Done, and for a ticket whose family is not all here the invitation to scan the next code. */
export function Done({ kiosk, ticket }: Props & { ticket: Ticket }) {
  const invites = (ticket.family?.toCome ?? 0) > 0
  const asks = ticket.paper === 'unproven' && ticket.paperAt === null
  // Three buttons are too high; whoever has the paper is invited afterwards.
  if (asks) return <PaperAnswer kiosk={kiosk} />
  return (
    <div class={invites ? 'dua' : 'satu'}>
      {invites && (
        <Button icon="keluarga" onPress={() => kiosk.perform({ type: 'scan-family' })}>
          {say(TICKET.scanFamily, kiosk.lang)}
        </Button>
      )}
      <DoneButton kiosk={kiosk} />
    </div>
  )
}

/** Staff or done. `call`: said as a call rather than as a talk. */
export function StaffAndDone({ kiosk, call = false }: Props & { call?: boolean }) {
  return (
    <div class="dua">
      <Button icon="petugas" onPress={() => kiosk.perform({ type: 'call-staff' })}>
        {say(call ? ALWAYS.callStaff : TICKET.talkToStaff, kiosk.lang)}
      </Button>
      <DoneButton kiosk={kiosk} />
    </div>
  )
}

/** Staff, or the words were understood. */
export function CallAndUnderstood({ kiosk }: Props) {
  return (
    <div class="dua">
      <CallButton kiosk={kiosk} />
      <Button primary onPress={() => kiosk.perform({ type: 'done' })}>
        {say(ALWAYS.understood, kiosk.lang)}
      </Button>
    </div>
  )
}

/** Staff, or back to the start. */
export function CallAndBack({ kiosk }: Props) {
  return (
    <div class="dua">
      <CallButton kiosk={kiosk} />
      <Button primary onPress={() => kiosk.perform({ type: 'again' })}>
        {say(ALWAYS.goBack, kiosk.lang)}
      </Button>
    </div>
  )
}

/** Another try with the scanner. */
export function ScanAgain({ kiosk }: Props) {
  return (
    <div class="satu">
      <ScanButton kiosk={kiosk} />
    </div>
  )
}

/** Another try with the scanner or the keypad. */
export function ScanType({ kiosk }: Props) {
  return (
    <div class="dua">
      <TypeButton kiosk={kiosk} />
      <ScanButton kiosk={kiosk} />
    </div>
  )
}

/** Another try, or staff. */
export function ScanTypeCall({ kiosk }: Props) {
  return (
    <div class="dua tiga-pilihan">
      <CallButton kiosk={kiosk} />
      <TypeButton kiosk={kiosk} />
      <ScanButton kiosk={kiosk} />
    </div>
  )
}
