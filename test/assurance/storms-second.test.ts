import { liveThrough } from './storm-quarters.ts'

// Their rows stand as tags: [...] in what they share.
liveThrough([3, 4])
