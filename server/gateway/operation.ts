/** What is said of one address and method in the API's description. Schemas by their names in `openapi.ts`. */
export type Operation = {
  summary: string
  /** Who may: anybody, a paired program, the console on the server's machine, a supervisor at the desk, or anything on that machine. */
  access: 'anybody' | 'bearer' | 'console' | 'supervisor' | 'this-machine'
  parameters?: Record<string, string>
  body?: string
  /** Schema of each answer by status; null for one without a described body. */
  answers: Record<number, string | null>
}
