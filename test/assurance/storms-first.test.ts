/**
 * @module-tag D2
 */
import { liveThrough } from './storm-quarters.ts'

liveThrough([1, 2])
