/**
 * @module-tag D1
 */
import { killAgain } from '../faults/kill-again.ts'
import { howMany } from '../support/how-many.ts'

// With the fifty of the faults two hundred, in two files that run side by side.
killAgain(howMany(5, 75))
