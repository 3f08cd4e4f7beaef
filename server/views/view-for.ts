import type { Sender } from '../../protocol/roles.ts'
import type { View } from '../../protocol/views.ts'
import { ownPrinter } from '../rules/own-printer.ts'
import type { State } from '../rules/state.ts'
import { counterView } from './counter-view.ts'
import { displayView, zoneOfDisplay } from './display-view.ts'
import type { Frame } from './faces.ts'
import { integrationView } from './integration-view.ts'
import { kioskView } from './kiosk-view.ts'
import { printerView } from './printer-view.ts'
import { supervisorView } from './supervisor-view.ts'
import { surveyView } from './survey-view.ts'
import { trackerView } from './tracker-view.ts'

/** What senders share who all see the same, so that their view is made once for a change; null: nobody else does. */
export const alikeOf = ({ office }: State, { role, place }: Sender): string | null => {
  if (role === 'display') return `display ${(office && zoneOfDisplay(office, place)) ?? ''}`
  return role === 'integration' ? role : null
}

/** What this sender may see of the state now; null when there is nothing for it. Deny by default. */
export const viewFor = (state: State, sender: Sender, frame: Frame): View | null => {
  const { office } = state
  if (office === null) return null
  switch (sender.role) {
    case 'kiosk':
      return kioskView(state, office, sender.place, frame)
    case 'display':
      return displayView(state, office, sender.place, frame)
    case 'counter':
      return counterView(state, office, sender, frame)
    case 'printer':
      return printerView(state, office, sender.place, frame)
    case 'agent': {
      const printer = ownPrinter(office, sender)
      return printer === null ? null : printerView(state, office, printer, frame)
    }
    case 'tracker':
      return trackerView(state, office, sender.place, frame)
    case 'survey':
      return surveyView(state, office, sender.place, frame)
    case 'integration':
      return integrationView(state, office, frame)
    case 'supervisor':
      return supervisorView(state, office, sender.staff, frame)
    default:
      return null
  }
}
