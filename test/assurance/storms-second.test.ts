/**
 * @module-tag D2
 */
import { liveThrough } from './storm-quarters.ts'

liveThrough([3, 4])
