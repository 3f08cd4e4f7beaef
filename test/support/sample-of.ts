import { z } from 'zod'

/** The parts of JSON Schema that our own schemas come out as. */
type Shape = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  prefixItems?: Shape[]
  minItems?: number
  minimum?: number
  pattern?: string
  minLength?: number
  propertyNames?: Shape
}

const Shape: z.ZodType<Shape> = z.looseObject({})

/** Words of which some fit every pattern that is in use; the first that fits is taken. */
const WORDS = [
  ...['1', '07', 'x', 'A', 'A001', '08.00', '2026-11-24', '2026-11', '123456', '2026-11-24/A001', '2026-11-24/A001/1'],
  ...['#0B4F46', 'https://a.example', 'a'.repeat(22), 'A'.repeat(43), 'id/nol'],
]

const fill = (shape: Shape): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  const choice = (shape.oneOf ?? shape.anyOf)?.[0]
  if (choice !== undefined) return fill(choice)
  switch (shape.type) {
    case 'object': {
      const { properties = {}, required = [] } = shape
      return Object.fromEntries(required.map((name) => [name, fill(properties[name] ?? {})]))
    }
    case 'array':
      return shape.prefixItems?.map(fill) ?? Array.from({ length: shape.minItems ?? 0 }, () => fill(shape.items ?? {}))
    case 'string': {
      const { pattern = '', minLength = 0, allOf = [] } = shape
      const patterns = [pattern, ...allOf.map((one) => one.pattern ?? '')].map((one) => new RegExp(one))
      const word = WORDS.find((one) => one.length >= minLength && patterns.every((each) => each.test(one)))
      if (word === undefined) throw new Error(`no word fits ${pattern}`)
      return word
    }
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, 0)
    case 'boolean':
      return false
    default:
      return null
  }
}

/** The smallest body that a schema takes, as far as its shape says it; what it says besides (`refine`) may still refuse. */
export const sampleOf = (schema: z.ZodType): unknown =>
  fill(Shape.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))

/** Every path of a value that a schema allows, `queue[].range.from`; keys that are data are written `*`. */
export const pathsOf = (schema: z.ZodType): Set<string> => {
  const found = new Set<string>()
  const walk = (shape: Shape, path: string): void => {
    for (const one of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]) walk(one, path)
    if (shape.items !== undefined) walk(shape.items, `${path}[]`)
    for (const [name, inner] of Object.entries(shape.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`
      found.add(at)
      walk(inner, at)
    }
    if (shape.propertyNames !== undefined) found.add(`${path}.*`)
  }
  walk(Shape.parse(z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' })), '')
  return found
}
