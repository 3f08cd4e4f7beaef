import type { Words } from '../../protocol/ids.ts'
import type { TurnRule } from '../../protocol/office-rules.ts'
import type { Policy } from '../policy.ts'

const RULES: Record<TurnRule, Words> = {
  arrival: { id: 'Urut datang', en: 'First come first served' },
  appointment: { id: 'Urut jam janji', en: 'By appointment' },
  classes: { id: 'Urut golongan', en: 'Strict classes' },
  window: { id: 'Menurut jendela', en: 'By window' },
}

/** What a policy is called in words. Settings that were turned follow as they were written: `late45`. */
export const policyWords = ({ name, windows, helpers, families }: Policy): Words => {
  const rule = RULES[windows.rule]
  const [, ...parts] = name.split('+')
  const settings = parts.filter((part) => !/^help\d+$|^families$/.test(part))
  const also = (words: readonly (string | null)[]) => words.filter((word) => word !== null).join(', ')
  return {
    id: also([rule.id, helpers > 0 ? `${helpers} membantu` : null, families ? 'keluarga bersama' : null, ...settings]),
    en: also([rule.en, helpers > 0 ? `${helpers} help` : null, families ? 'families together' : null, ...settings]),
  }
}
