import type { JSX } from 'preact'
import type { Kiosk } from './deeds.ts'
import type { Screen } from './screen.ts'
import { AlreadyInScreen } from './screens/AlreadyInScreen.tsx'
import { BillingCodeScreen } from './screens/BillingCodeScreen.tsx'
import { CameraScreen } from './screens/CameraScreen.tsx'
import { CancelledScreen } from './screens/CancelledScreen.tsx'
import { ChecklistMissingScreen } from './screens/ChecklistMissingScreen.tsx'
import { ChecklistScreen } from './screens/ChecklistScreen.tsx'
import { ClosedScreen } from './screens/ClosedScreen.tsx'
import { EarlyScreen } from './screens/EarlyScreen.tsx'
import { EndedScreen } from './screens/EndedScreen.tsx'
import { FamilyNextScreen } from './screens/FamilyNextScreen.tsx'
import { KeypadScreen } from './screens/KeypadScreen.tsx'
import { LateScreen } from './screens/LateScreen.tsx'
import { LoadingScreen } from './screens/LoadingScreen.tsx'
import { MovedScreen } from './screens/MovedScreen.tsx'
import { NoAnswerScreen } from './screens/NoAnswerScreen.tsx'
import { NoNumbersScreen } from './screens/NoNumbersScreen.tsx'
import { NotPairedScreen } from './screens/NotPairedScreen.tsx'
import { OfflineScreen } from './screens/OfflineScreen.tsx'
import { PrinterTroubleScreen } from './screens/PrinterTroubleScreen.tsx'
import { PrintingScreen } from './screens/PrintingScreen.tsx'
import { PriorityAskScreen } from './screens/PriorityAskScreen.tsx'
import { ReadingScreen } from './screens/ReadingScreen.tsx'
import { RefusedScreen } from './screens/RefusedScreen.tsx'
import { ReprintLimitScreen } from './screens/ReprintLimitScreen.tsx'
import { ScanOnlyWindowScreen } from './screens/ScanOnlyWindowScreen.tsx'
import { StaffCalledScreen } from './screens/StaffCalledScreen.tsx'
import { StartScreen } from './screens/StartScreen.tsx'
import { TicketGraceScreen } from './screens/TicketGraceScreen.tsx'
import { TicketScreen } from './screens/TicketScreen.tsx'
import { TooLateScreen } from './screens/TooLateScreen.tsx'
import { UnknownScreen } from './screens/UnknownScreen.tsx'
import { UnpaidScreen } from './screens/UnpaidScreen.tsx'
import { UnreadableScreen } from './screens/UnreadableScreen.tsx'
import { WalkInChooseScreen } from './screens/WalkInChooseScreen.tsx'
import { WalkInFullScreen } from './screens/WalkInFullScreen.tsx'
import { WalkInReasonScreen } from './screens/WalkInReasonScreen.tsx'
import { WalkInTicketScreen } from './screens/WalkInTicketScreen.tsx'
import { WrongDayScreen } from './screens/WrongDayScreen.tsx'
import { WrongOfficeScreen } from './screens/WrongOfficeScreen.tsx'

/**
 * Draws the chosen screen. Screens are called, not mounted as components: so the frame around them, and the status
 * region in it, is the same element from screen to screen, and a change is announced instead of a new page appearing.
 */
export const drawScreen = (screen: Screen, kiosk: Kiosk): JSX.Element => {
  switch (screen.name) {
    case 'loading':
      return LoadingScreen({ screen, kiosk })
    case 'not-paired':
      return NotPairedScreen({ screen, kiosk })
    case 'offline':
      return OfflineScreen({ screen, kiosk })
    case 'closed':
      return ClosedScreen({ screen, kiosk })
    case 'start':
    case 'break':
    case 'outage':
      return StartScreen({ screen, kiosk })
    case 'keypad':
      return KeypadScreen({ screen, kiosk })
    case 'camera':
      return CameraScreen({ screen, kiosk })
    case 'checklist':
      return ChecklistScreen({ screen, kiosk })
    case 'checklist-missing':
      return ChecklistMissingScreen({ screen, kiosk })
    case 'reading':
      return ReadingScreen({ screen, kiosk })
    case 'no-answer':
      return NoAnswerScreen({ screen, kiosk })
    case 'unreadable':
      return UnreadableScreen({ screen, kiosk })
    case 'refused':
      return RefusedScreen({ screen, kiosk })
    case 'ticket':
      return TicketScreen({ screen, kiosk })
    case 'ticket-grace':
      return TicketGraceScreen({ screen, kiosk })
    case 'early':
      return EarlyScreen({ screen, kiosk })
    case 'late':
      return LateScreen({ screen, kiosk })
    case 'walk-in-ticket':
      return WalkInTicketScreen({ screen, kiosk })
    case 'already-in':
      return AlreadyInScreen({ screen, kiosk })
    case 'printing':
      return PrintingScreen({ screen, kiosk })
    case 'printer-trouble':
      return PrinterTroubleScreen({ screen, kiosk })
    case 'reprint-limit':
      return ReprintLimitScreen({ screen, kiosk })
    case 'too-late':
      return TooLateScreen({ screen, kiosk })
    case 'wrong-day':
      return WrongDayScreen({ screen, kiosk })
    case 'wrong-office':
      return WrongOfficeScreen({ screen, kiosk })
    case 'moved':
      return MovedScreen({ screen, kiosk })
    case 'no-numbers':
      return NoNumbersScreen({ screen, kiosk })
    case 'scan-only-window':
      return ScanOnlyWindowScreen({ screen, kiosk })
    case 'family-next':
      return FamilyNextScreen({ screen, kiosk })
    case 'walk-in-choose':
      return WalkInChooseScreen({ screen, kiosk })
    case 'walk-in-full':
      return WalkInFullScreen({ screen, kiosk })
    case 'priority-ask':
      return PriorityAskScreen({ screen, kiosk })
    case 'walk-in-reason':
      return WalkInReasonScreen({ screen, kiosk })
    case 'cancelled':
      return CancelledScreen({ screen, kiosk })
    case 'unpaid':
      return UnpaidScreen({ screen, kiosk })
    case 'unknown':
      return UnknownScreen({ screen, kiosk })
    case 'billing-code':
      return BillingCodeScreen({ screen, kiosk })
    case 'ended':
      return EndedScreen({ screen, kiosk })
    case 'staff-called':
      return StaffCalledScreen({ screen, kiosk })
  }
}
