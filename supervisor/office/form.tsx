import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Office } from '../../protocol/office.ts'
import type { FieldProblem } from '../../protocol/office-change.ts'
import type { Lang } from '../../ui/texts.ts'

/** Where a setting stands in the document, lists by index. */
export type FieldPath = readonly (string | number)[]

/** What the fields of a form share: the draft, what is wrong with it, and how it is changed. */
export type Form = {
  office: Office
  problems: readonly FieldProblem[]
  lang: Lang
  change: (next: Office) => void
}

const FormContext = createContext<Form | null>(null)
/** Gives the fields inside of it their draft. */
export const FormProvider = FormContext.Provider

/** The form that a field stands in. Throws outside of one. */
export const useForm = (): Form => {
  const form = useContext(FormContext)
  if (form === null) throw new Error('a field stands outside of a form')
  return form
}

const step = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** The value at a path, undefined where there is none. */
export const valueAt = (value: unknown, path: FieldPath): unknown => path.reduce(step, value)

/** The same document with another value at a path whose parent is there. */
export const withValueAt = <T,>(value: T, path: FieldPath, next: unknown): T => {
  const copy = structuredClone(value)
  const parent = valueAt(copy, path.slice(0, -1))
  const last = path.at(-1)
  if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.set(parent, last, next)
  return copy
}

/** One setting of the draft: its value, how to write it, and its first problem. */
export const useField = (at: FieldPath) => {
  const { office, problems, lang, change } = useForm()
  const here = at.join('.')
  return {
    lang,
    id: `isian-${at.join('-')}`,
    value: valueAt(office, at),
    write: (next: unknown) => change(withValueAt(office, at, next)),
    problem: problems.find(({ path }) => path.join('.') === here) ?? null,
  }
}
