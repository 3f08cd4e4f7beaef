/** The system's code of an error, `EAGAIN`. Throws what is no error of the system: that is a fault of ours. */
export const codeOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
