import type { AgendaReport } from '../../protocol/problem.ts'

const outcomePrint = ({ status, bad }: AgendaReport): string[] => {
  if (status === 'set-aside')
    return [
      'Hasil     : DISISIHKAN, tidak ada yang berubah',
      'Perbaiki baris di bawah ini, lalu kirim ulang berkasnya.',
    ]
  return bad.length === 0
    ? ['Hasil     : MASUK']
    : ['Hasil     : MASUK SEBAGIAN', 'Baris di bawah ini tidak masuk. Perbaiki, lalu kirim ulang berkasnya.']
}

/** The report of an agenda file as the office people read it: what became of it and which lines to repair. */
export const reportPrint = (file: string, report: AgendaReport): string => {
  const { good, added, changed, unchanged, bad } = report
  const [outcome = '', ...advice] = outcomePrint(report)
  return [
    'LAPORAN IMPOR AGENDA',
    `Berkas    : ${file}`,
    outcome,
    `Baik      : ${good} baris (baru ${added}, berubah ${changed}, tetap ${unchanged})`,
    `Bermasalah: ${new Set(bad.map(({ line }) => line)).size} baris`,
    ...(bad.length === 0 ? [] : ['', ...advice]),
    ...bad.map(({ line, column, reason }) => `- Baris ${line}${column === '' ? '' : `, kolom ${column}`}: ${reason}`),
    '',
  ].join('\n')
}
