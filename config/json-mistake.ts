/** Where a text stops being JSON. Lines and columns count from 1. */
export type JsonMistake = { line: number; column: number; expected: string; got: string }

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

type Wanted =
  | 'a value'
  | 'a value or ]'
  | 'a name in quotes'
  | 'a name in quotes or }'
  | ':'
  | 'the end of the file'
  | ', or ]'
  | ', or }'

/**
 * Finds the first mistake in a JSON text, null when there is none. Exists because the messages of `JSON.parse` on
 * Node 20 often carry no position, and a person has to find the place in an editor.
 */
export const findJsonMistake = (text: string): JsonMistake | null => {
  const open: ('[' | '{')[] = []
  let wanted: Wanted = 'a value'
  let at = 0
  const afterValue = (): Wanted => {
    const top = open.at(-1)
    return top === undefined ? 'the end of the file' : top === '[' ? ', or ]' : ', or }'
  }
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const [whole = '', mark, name, scalar] = found ?? []
    const isName: boolean = name !== undefined
    let next: Wanted | null = null
    if (wanted === 'a value' || wanted === 'a value or ]') {
      if (isName || scalar !== undefined) next = afterValue()
      else if (mark === '[' || mark === '{') {
        open.push(mark)
        next = mark === '[' ? 'a value or ]' : 'a name in quotes or }'
      }
    } else if (isName && wanted.startsWith('a name')) next = ':'
    else if (mark === ':' && wanted === ':') next = 'a value'
    else if (mark === ',' && wanted.startsWith(',')) next = open.at(-1) === '[' ? 'a value' : 'a name in quotes'
    if (mark !== undefined && (mark === ']' || mark === '}') && wanted.endsWith(`or ${mark}`)) {
      open.pop()
      next = afterValue()
    }
    if (next === null) break
    wanted = next
    at += whole.length
  }
  while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1
  if (wanted === 'the end of the file' && at === text.length) return null
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  const got = at >= text.length ? 'the end of the file' : JSON.stringify(text.slice(at, at + 1))
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, expected: wanted, got }
}
