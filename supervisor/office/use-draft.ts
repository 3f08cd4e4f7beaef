import { useState } from 'preact/hooks'
import { type OfficeDesk, OfficePreview, OfficeSaved } from '../../protocol/desk/office.ts'
import type { Office } from '../../protocol/office.ts'
import type { Blocker, FieldProblem } from '../../protocol/office-change.ts'
import type { Asked, Trouble } from '../../ui/desk/ask-server.ts'
import type { DeskApi } from '../desk-api.ts'

/** How the last act went. */
export type Outcome =
  | { kind: 'saved'; version: number }
  | { kind: 'stale'; version: number }
  | { kind: 'blocked'; blockers: readonly Blocker[] }
  | { kind: 'trouble'; trouble: Trouble }

/** A changed document that is not saved yet, and the version it was made from. */
type Draft = { base: number; office: Office }

/**
 * The draft of the page: what was typed, its review, and how saving went. It is kept until it is saved or discarded, whatever
 * the line does. `again` reads the document anew.
 */
export const useDraft = (api: DeskApi, desk: OfficeDesk | null, again: () => Promise<void>) => {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [preview, setPreview] = useState<OfficePreview | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const version = desk?.version.no ?? 0
  const problems: readonly FieldProblem[] = preview?.status === 'wrong' ? preview.problems : []

  const during = async <T>(act: Promise<Asked<T>>): Promise<T | null> => {
    setBusy(true)
    const asked = await act
    setBusy(false)
    if (asked.status === 'done') return asked.value
    setOutcome({ kind: 'trouble', trouble: asked })
    return null
  }
  const settle = async (saved: OfficeSaved | null): Promise<boolean> => {
    if (saved === null) return false
    if (saved.status === 'wrong') setPreview(saved)
    else if (saved.status === 'blocked') setOutcome({ kind: 'blocked', blockers: saved.blockers })
    else setOutcome({ kind: saved.status, version: saved.version })
    if (saved.status === 'saved') {
      setDraft(null)
      setPreview(null)
    }
    await again()
    return saved.status === 'saved'
  }
  const discard = (): void => {
    setDraft(null)
    setPreview(null)
    setOutcome(null)
  }
  const review = async (given: Office | null = null): Promise<void> => {
    const office = given ?? draft?.office
    if (office === undefined) return
    setOutcome(null)
    setPreview(await during(api.post('/office/preview', OfficePreview, { base: draft?.base ?? version, office })))
  }
  return {
    ...{ draft, preview, outcome, busy, problems, discard, review },
    office: draft?.office ?? desk?.office ?? null,
    change(office: Office): void {
      setDraft({ base: draft?.base ?? version, office })
      setPreview((now) => (now?.status === 'wrong' ? now : null))
      setOutcome(null)
    },
    closeReview: () => setPreview(null),
    /** Saves the draft, or `given`; over whatever holds now when `over`. */
    save: async (given: Office | null = null, over = false): Promise<boolean> => {
      const office = given ?? draft?.office
      if (office === undefined) return false
      const base = over ? version : (draft?.base ?? version)
      return settle(await during(api.post('/office', OfficeSaved, { base, office })))
    },
    /** Brings an earlier version back. */
    restore: async (wanted: number): Promise<boolean> =>
      settle(await during(api.post('/office/restore', OfficeSaved, { base: version, version: wanted }))),
  }
}
/** The draft of the page. */
export type DraftOfPage = ReturnType<typeof useDraft>
