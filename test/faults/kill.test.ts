/**
 * @module-tag D1
 */
import { killAgain } from './kill-again.ts'

killAgain(50)
