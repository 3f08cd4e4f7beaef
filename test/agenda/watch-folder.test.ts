import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { AgendaReport } from '../../protocol/problem.ts'
import { openInbox, watchFolder } from '../../server/agenda/watch-folder.ts'

const ENTERED: AgendaReport = { status: 'entered', good: 2, bad: [], added: 2, changed: 0, unchanged: 0 }
const BAD: AgendaReport = {
  ...ENTERED,
  status: 'set-aside',
  added: 0,
  bad: [{ line: 3, column: 'jam', reason: 'Jam tidak dapat dibaca. Tulis seperti 10.00-11.00.' }],
}

let folder: string
let taken: string[]
let told: string[]
let answer: (text: string) => Promise<AgendaReport>
const log = {
  info: (_fields: object, message: string) => told.push(message),
  warn: (_fields: object, message: string) => told.push(message),
}
const openTestInbox = () =>
  openInbox({
    folder,
    importFile: (bytes) => {
      const text = Buffer.from(bytes).toString()
      taken.push(text)
      return answer(text)
    },
    log,
  })
const drop = (name: string, text: string) => writeFile(join(folder, name), text)
const inFolder = async (...path: string[]) => (await readdir(join(folder, ...path))).sort()

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'antrean-inbox-')), 'agenda-inbox')
  await mkdir(folder)
  taken = []
  told = []
  answer = async () => ENTERED
})

describe('the drop folder for agenda files', () => {
  it('takes a file that stood still between two looks, and puts the report beside it', async () => {
    const inbox = openTestInbox()
    await drop('selasa.csv', 'isi')
    await inbox.look()
    expect(taken).toEqual([])
    await inbox.look()
    await inbox.look()
    expect(taken).toEqual(['isi'])
    expect(await inFolder()).toEqual(['done', 'set-aside'])
    expect(await inFolder('done')).toEqual(['selasa.csv', 'selasa.csv.laporan.json', 'selasa.csv.laporan.txt'])
    const report = await readFile(join(folder, 'done', 'selasa.csv.laporan.json'), 'utf8')
    expect(AgendaReport.parse(JSON.parse(report))).toEqual(ENTERED)
  })

  it('waits while a file is still being copied', async () => {
    const inbox = openTestInbox()
    await drop('selasa.csv', 'kode;')
    await inbox.look()
    await appendFile(join(folder, 'selasa.csv'), 'jam')
    await inbox.look()
    expect(taken).toEqual([])
    await inbox.look()
    expect(taken).toEqual(['kode;jam'])
  })

  it('waits for a file that was replaced by one of the same size', async () => {
    const inbox = openTestInbox()
    await drop('selasa.csv', 'aaaa')
    await inbox.look()
    await drop('selasa.csv', 'bbbb')
    await utimes(join(folder, 'selasa.csv'), 1, 1)
    await inbox.look()
    expect(taken).toEqual([])
  })

  it('sets a file with bad lines aside, with a report that an office can read', async () => {
    answer = async () => BAD
    const inbox = openTestInbox()
    await drop('selasa.csv', 'isi')
    await inbox.look()
    await inbox.look()
    expect(await inFolder('done')).toEqual([])
    expect(await readFile(join(folder, 'set-aside', 'selasa.csv.laporan.txt'), 'utf8')).toBe(
      [
        'LAPORAN IMPOR AGENDA',
        'Berkas    : selasa.csv',
        'Hasil     : DISISIHKAN, tidak ada yang berubah',
        'Baik      : 2 baris (baru 0, berubah 0, tetap 0)',
        'Bermasalah: 1 baris',
        '',
        'Perbaiki baris di bawah ini, lalu kirim ulang berkasnya.',
        '- Baris 3, kolom jam: Jam tidak dapat dibaca. Tulis seperti 10.00-11.00.',
        '',
      ].join('\n'),
    )
  })

  it('keeps both files when a name comes again', async () => {
    const inbox = openTestInbox()
    for (const text of ['satu', 'dua', 'tiga']) {
      await drop('agenda.csv', text)
      await inbox.look()
      await inbox.look()
    }
    expect(taken).toEqual(['satu', 'dua', 'tiga'])
    const kept = (await inFolder('done')).filter((name) => name.endsWith('.csv'))
    expect(kept).toEqual(['agenda-2.csv', 'agenda-3.csv', 'agenda.csv'])
    expect(await readFile(join(folder, 'done', 'agenda-3.csv'), 'utf8')).toBe('tiga')
  })

  it('sets a file of more than 8 MB aside without reading it', async () => {
    const inbox = openTestInbox()
    await drop('besar.csv', '')
    await truncate(join(folder, 'besar.csv'), 8 * 1024 * 1024 + 1)
    await inbox.look()
    await inbox.look()
    expect(taken).toEqual([])
    expect(await readFile(join(folder, 'set-aside', 'besar.csv.laporan.txt'), 'utf8')).toContain(
      'lebih besar dari 8 MB',
    )
  })

  it('looks at nothing but plain files named .csv', async () => {
    const inbox = openTestInbox()
    await drop('catatan.txt', 'x')
    await drop('.~lock.selasa.csv', 'x')
    await mkdir(join(folder, 'folder.csv'))
    await symlink('/etc/hostname', join(folder, 'tautan.csv'))
    await drop('EKSPOR.CSV', 'x')
    await inbox.look()
    await inbox.look()
    expect(taken).toEqual(['x'])
    expect(await inFolder('done')).toContain('EKSPOR.CSV')
  })

  it('goes on when a file vanishes between two looks or while it is entered', async () => {
    const inbox = openTestInbox()
    await drop('a.csv', 'a')
    await drop('b.csv', 'b')
    await inbox.look()
    await rm(join(folder, 'a.csv'))
    answer = async () => {
      await rm(join(folder, 'b.csv'))
      return ENTERED
    }
    await inbox.look()
    await inbox.look()
    expect(taken).toEqual(['b'])
    expect(told).toEqual(['an agenda file was taken'])
  })

  it('makes the folder again when somebody deletes it', async () => {
    const inbox = openTestInbox()
    await rm(folder, { recursive: true })
    await inbox.look()
    expect(await inFolder()).toEqual(['done', 'set-aside'])
  })

  it('says once that it is in trouble, and takes the files when the trouble is over', async () => {
    const inbox = openTestInbox()
    await rm(folder, { recursive: true })
    await writeFile(folder, 'not a folder')
    await inbox.look()
    await inbox.look()
    expect(told).toEqual(['the agenda inbox is in trouble'])
    await rm(folder)
    await inbox.look()
    await drop('selasa.csv', 'isi')
    await inbox.look()
    await inbox.look()
    expect(taken).toEqual(['isi'])
  })

  it('enters a file that cannot be moved away only once, and moves it when it can', async () => {
    const inbox = openTestInbox()
    await drop('selasa.csv', 'isi')
    await inbox.look()
    answer = async () => {
      await rm(join(folder, 'done'), { recursive: true })
      await writeFile(join(folder, 'done'), 'not a folder')
      return ENTERED
    }
    await inbox.look()
    await inbox.look()
    expect(told).toEqual(['an agenda file was taken', 'the agenda inbox is in trouble'])
    await rm(join(folder, 'done'))
    await inbox.look()
    await inbox.look()
    await inbox.look()
    expect(await inFolder('done')).toEqual(['selasa.csv', 'selasa.csv.laporan.json', 'selasa.csv.laporan.txt'])
    expect(taken).toEqual(['isi'])
  })

  it('does not hide a fault of the office', async () => {
    const inbox = openTestInbox()
    await drop('selasa.csv', 'isi')
    await inbox.look()
    answer = () => Promise.reject(new Error('disk I/O error'))
    await expect(inbox.look()).rejects.toThrow('disk I/O error')
  })

  it('is looked through again and again until it is stopped', async () => {
    await drop('selasa.csv', 'isi')
    let stop = async (): Promise<void> => undefined
    const text = await new Promise<string>((resolve) => {
      const importFile = async (content: Uint8Array) => {
        resolve(Buffer.from(content).toString())
        return ENTERED
      }
      stop = watchFolder({ folder, importFile, log, everyMs: 5 }).stop
      // The watch itself does not keep a process alive.
      setTimeout(() => resolve('nothing was taken'), 5000).unref()
    })
    await stop()
    expect(text).toBe('isi')
    expect(await inFolder('done')).toContain('selasa.csv')
  })
})
