import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectPostgres } from '../../server/postgres/connect.ts'
import { type Fenced, takeLease } from '../../server/postgres/lease.ts'
import { postgresAnswers } from '../../server/postgres/postgres-answers.ts'
import { makeTables } from '../../server/postgres/tables.ts'
import { keyOf, promisesOfAnAnswerStore } from '../answers/contract.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

describe.skipIf(POSTGRES === null)('the answers in PostgreSQL', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const open = async (url: string, office: string, onLost: (lost: Fenced) => void) => {
    const db = connectPostgres(url)
    await makeTables(db)
    const lease = await takeLease({ db, office, address: 'here:1', onLost })
    if (lease === null) throw new Error('somebody else leads')
    return { store: postgresAnswers(db, lease), db, lease }
  }
  const fault = (trouble: unknown) => {
    throw trouble
  }

  promisesOfAnAnswerStore(async () => (await open(await cluster.newDatabase(), 'denpasar', fault)).store)

  test('of two offices stay apart, and a leader that was followed changes nothing', async () => {
    const url = await cluster.newDatabase()
    const denpasar = await open(url, 'denpasar', () => {})
    const bima = await open(url, 'bima', fault)
    await denpasar.store.keep(keyOf(1), 'exit', { waktu: 4 })
    expect(await bima.store.keys()).toEqual([])
    await denpasar.lease.release()
    const next = await open(url, 'denpasar', fault)
    await expect(denpasar.store.drop(keyOf(1))).rejects.toThrow('another server leads')
    expect(await next.store.keys()).toEqual([keyOf(1)])
  })
})
