import { howMany } from '../support/how-many.ts'
import { takeOverAgain } from './take-over-again.ts'

// `ANTREAN_TAKE_OVERS=200` for a release: some six seconds each.
takeOverAgain(Number(process.env.ANTREAN_TAKE_OVERS ?? howMany(6, 30)), ['kill', 'stop', 'cut'])
