/** A name in quotes, a mark, or a plain value. */
const TOKEN = /[{}[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+/g

/**
 * The line, from 1, on which the setting at `path` stands in a text that is JSON; where it is missing, that of what it
 * should be in. Exists so that a message can be found in an editor.
 */
export const lineOfPath = (text: string, path: readonly (string | number)[]): number => {
  /** Of every container that is open, the name or index of what is read now; null before the first name. */
  const open: (string | number | null)[] = []
  let best = { depth: 0, at: Math.max(0, text.search(/\S/)) }
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') open.pop()
    const top = open.length - 1
    const last = open[top]
    if (token === ',' && top >= 0) open[top] = typeof last === 'number' ? last + 1 : null
    else if (last === null && token.startsWith('"')) open[top] = JSON.parse(token)
    const begins = token !== ',' && open.length > best.depth
    if (begins && open.every((key, i) => key === path[i])) best = { depth: open.length, at }
    if (token === '{') open.push(null)
    if (token === '[') open.push(0)
  }
  return text.slice(0, best.at).split(/\r\n|\r|\n/).length
}
