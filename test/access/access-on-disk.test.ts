/**
 * @module-tag L4
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDocument } from '../../config/document.ts'
import { openAccess } from '../../server/access/access.ts'
import { Devices, NO_DEVICES, NO_STAFF, StaffList } from '../../server/access/documents.ts'

test('pairings, sessions and wrong tries are on disk when they are answered, and no secret is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'antrean-access-'))
  const log = { warn: () => undefined }
  const open = async () => {
    const files = { devices: join(folder, 'devices.json'), staff: join(folder, 'staff.json') }
    return openAccess({
      devices: await openDocument({ file: files.devices, schema: Devices, initial: () => NO_DEVICES, log }),
      staff: await openDocument({ file: files.staff, schema: StaffList, initial: () => NO_STAFF, log }),
      now: Date.now,
      digest: (text) => text,
    })
  }
  const first = await open()
  const { token } = await first.pair('counter', '3')
  const pin = await first.setPin('07')
  const counter = first.senderOf(token)
  if (counter === null) throw new Error('the counter was just paired')
  expect(await first.signIn(counter, { staff: '99', pin })).toMatchObject({ refusal: { code: 'sign-in-failed' } })
  expect(await first.signIn(counter, { staff: '07', pin })).toMatchObject({ status: 'taken' })

  const again = await open()
  expect(again.senderOf(token)).toEqual({ ...counter, staff: '07' })
  expect(again.staffNumbers()).toEqual(['07'])
  const written =
    (await readFile(join(folder, 'devices.json'), 'utf8')) + (await readFile(join(folder, 'staff.json'), 'utf8'))
  expect(written).not.toContain(token)
  expect(written).not.toContain(pin)
  expect(JSON.parse(await readFile(join(folder, 'staff.json'), 'utf8')).staff).toContainEqual(
    expect.objectContaining({ number: '99', pin: null, failures: 1 }),
  )
  await rm(folder, { recursive: true })
})
