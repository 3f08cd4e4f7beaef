import { takeOverAgain } from './take-over-again.ts'

takeOverAgain(6, ['kill', 'stop'])
