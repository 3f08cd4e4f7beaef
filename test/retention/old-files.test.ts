import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Retention } from '../../protocol/office-retention.ts'
import { removeOldFiles } from '../../server/retention/old-files.ts'
import { limitsOf } from '../../server/retention/open-retention.ts'
import { at, TODAY } from '../support/denpasar.ts'

const HOUR = 3_600_000

test('agenda files and their reports go after their time; folders and links stay, a missing folder has none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'antrean-done-'))
  await writeFile(join(folder, 'selasa.csv'), 'kode')
  await writeFile(join(folder, 'selasa.csv.laporan.txt'), 'laporan')
  await mkdir(join(folder, 'lama'))
  await symlink('/etc/hosts', join(folder, 'pintas'))
  expect(await removeOldFiles(folder, Date.now() - HOUR)).toBe(0)
  expect(await removeOldFiles(folder, Date.now() + HOUR)).toBe(2)
  expect((await readdir(folder)).sort()).toEqual(['lama', 'pintas'])
  expect(await removeOldFiles(join(folder, 'nowhere'), Date.now())).toBe(0)
})

test('periods are the office’s own, and answers are never kept shorter than a kiosk may ask again', () => {
  const limits = limitsOf(Retention.parse({ bookingDays: 0, agendaFileHours: 12 }), TODAY, at('08.00'))
  expect(limits).toMatchObject({ codesBefore: TODAY, filesBefore: at('08.00') - 12 * HOUR })
  expect(limitsOf(Retention.parse({}), TODAY, at('08.00'))).toMatchObject({
    ...{ codesBefore: '2026-11-23', answersBefore: at('08.00') - 48 * HOUR },
  })
  expect(Retention.safeParse({ answerHours: 47 }).success).toBe(false)
})
