import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { problemText } from './describe.ts'
import { type FieldPath, useField } from './form.tsx'
import { TEXTS } from './texts.ts'

/**
 * A list of the draft whose entries are added, removed and moved. `nameOf` is what an entry is called on its buttons; `fresh`
 * makes a new one; `ordered`: the order means something.
 */
export function ListField(props: {
  at: FieldPath
  nameOf: (index: number) => string
  fresh: () => unknown
  add: string
  ordered?: boolean
  children: (at: FieldPath, index: number) => ComponentChildren
}) {
  const { at, nameOf, fresh, add, ordered = false, children } = props
  const { lang, value, write, problem } = useField(at)
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const move = (from: number, to: number): void => write(list.toSpliced(from, 1).toSpliced(to, 0, list[from]))
  const button = (
    words: { id: string; en: string },
    i: number,
    icon: 'kanan' | 'hapus',
    act: () => void,
    off: boolean,
    turn = '',
  ) => (
    <button
      type="button"
      class={`kecil ${turn}`}
      aria-label={fill(say(words, lang), { apa: nameOf(i) })}
      disabled={off}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <>
      {list.length === 0 && <p class="kosong">{say(TEXTS.empty, lang)}</p>}
      <ol class="daftar">
        {list.map((_, i) => (
          <li key={i} aria-label={nameOf(i)}>
            <div class="isi-daftar">{children([...at, i], i)}</div>
            <div class="tombol-daftar">
              {ordered && button(TEXTS.up, i, 'kanan', () => move(i, i - 1), i === 0, 'naik')}
              {ordered && button(TEXTS.down, i, 'kanan', () => move(i, i + 1), i === list.length - 1, 'turun')}
              {button(TEXTS.remove, i, 'hapus', () => write(list.toSpliced(i, 1)), false)}
            </div>
          </li>
        ))}
      </ol>
      {problem !== null && <p class="masalah">{problemText(problem, lang)}</p>}
      <button type="button" class="tombol" onClick={() => write([...list, fresh()])}>
        <Icon name="berkasplus" />
        {add}
      </button>
    </>
  )
}
