import type { Slug } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Ticket } from './ticket.ts'

/**
 * Where a ticket goes when its stage is completed: the first stage of its service's journey that is not done yet;
 * undefined when the visit ends. So one who was sent ahead, back, or to a stage outside of the journey goes on with what is
 * left of it, in its order.
 */
export const nextStageOf = (
  office: Office | null,
  ticket: Pick<Ticket, 'service' | 'stage' | 'done'>,
): Slug | undefined =>
  office?.services
    .find(({ id }) => id === ticket.service)
    ?.journey.find((stage) => stage !== ticket.stage && !ticket.done.includes(stage))
