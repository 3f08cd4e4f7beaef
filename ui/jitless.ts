import { z } from 'zod'

// zod compiles schemas with `new Function` otherwise, which the pages' Content-Security-Policy forbids. It looks at this
// when a schema is made, so this module stands first among a page's imports, before any module of the protocol.
z.config({ jitless: true })
