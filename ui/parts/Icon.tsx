import type { JSX } from 'preact'

/** Drawings on a grid of 24, stroke 2, round caps; they carry no meaning without the word beside them. */
const DRAWINGS = {
  pindai: (
    <>
      <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4" />
      <path d="M3 12h18" />
    </>
  ),
  ketik: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="1.5" />
      <path d="M7 9h.01M12 9h.01M17 9h.01M7 12.5h.01M12 12.5h.01M17 12.5h.01M8 16h8" />
    </>
  ),
  kamera: (
    <>
      <path d="M3 8h4l1.6-2.5h6.8L17 8h4v11H3z" />
      <circle cx="12" cy="13" r="3.5" />
    </>
  ),
  ponsel: (
    <>
      <rect x="6.5" y="2.5" width="11" height="19" rx="2" />
      <path d="M11 18.5h2" />
    </>
  ),
  tiket: (
    <>
      <path d="M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z" />
      <path d="M15 9v.01M15 12v.01M15 15v.01" />
    </>
  ),
  petugas: (
    <>
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 20.5c.4-4 2.9-6 6.5-6s6.1 2 6.5 6M17 4c1.3 1 2 2.4 2 4s-.700 3-2 4M20 2c1.7 1.6 2.5 3.5 2.5 6" />
    </>
  ),
  huruf: (
    <>
      <path d="M2.5 18 7 6l4.5 12M4 14.500h6" />
      <path d="M14 18l3.5-9L21 18M15.2 15.200h4.6" />
    </>
  ),
  kontras: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path class="isi" d="M12 3a9 9 0 0 1 0 18z" />
    </>
  ),
  rendah: <path d="M4 21h16M12 3v12M7 10.5 12 15.500l5-5" />,
  suara: (
    <>
      <path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500z" />
      <path d="M15.5 9a4.3 4.3 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11" />
    </>
  ),
  bisu: (
    <>
      <path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500z" />
      <path d="m16 10 5 5M21 10l-5 5" />
    </>
  ),
  telinga: (
    <>
      <path d="M4 15v-3a8 8 0 0 1 16 0v3" />
      <rect x="3" y="14" width="4.5" height="6.5" rx="1.5" />
      <rect x="16.5" y="14" width="4.5" height="6.5" rx="1.5" />
    </>
  ),
  jam: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.200l3.5 2" />
    </>
  ),
  tahan: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.8 9v6M14.2 9v6" />
    </>
  ),
  lengkap: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.700L16 9.5" />
    </>
  ),
  centang: <path d="m4.5 12.5 5 5L19.5 7" />,
  mundur: (
    <>
      <path d="M12 3a9 9 0 1 0 9 9" />
      <path d="M12 7v5.200l3.5 2M21 3v5h-5" />
    </>
  ),
  kalender: (
    <>
      <rect x="3.5" y="5" width="17" height="15.5" rx="1.5" />
      <path d="M3.5 10h17M8 2.800V7M16 2.800V7" />
    </>
  ),
  awas: (
    <>
      <path d="M12 3.5 22 20.500H2z" />
      <path d="M12 10v4.500M12 17.500v.01" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.500M12 7.700v.01" />
    </>
  ),
  cetak: (
    <>
      <path d="M7 8V3h10v5M7 17H3.500V8h17v9H17" />
      <path d="M7 13.500h10V21H7z" />
    </>
  ),
  kanan: <path d="M4 12h16M13.5 5.5 20 12l-6.5 6.5" />,
  kiri: <path d="M20 12H4M10.5 5.5 4 12l6.5 6.5" />,
  bawah: <path d="M12 4v16M5.5 13.5 12 20l6.5-6.5" />,
  hapus: (
    <>
      <path d="M8.5 5.500H21v13H8.500L3 12z" />
      <path d="m12 9.5 5 5M17 9.500l-5 5" />
    </>
  ),
  tutup: <path d="m5.5 5.5 13 13M18.5 5.500l-13 13" />,
  keluarga: (
    <>
      <circle cx="8" cy="7.5" r="3.2" />
      <circle cx="17" cy="9.5" r="2.5" />
      <path d="M2 20c.3-4.3 2.5-6.5 6-6.500s5.7 2.2 6 6.500M15 15c.6-.3 1.3-.5 2-.5 2.7 0 4.6 1.8 5 5.5" />
    </>
  ),
  kursi: <path d="M7 3v9.500h9.500V21M7 12.500V21M7 16.500h9.5" />,
  jeda: <path d="M8 5v14M16 5v14" />,
  ulang: <path d="M20 12a8 8 0 1 1-2.5-5.800M20 3v4.500h-4.5" />,
  absen: (
    <>
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 20.500c.4-4 2.9-6 6.5-6 1.5 0 2.8.3 3.8 1M16 15.500l5 5M21 15.500l-5 5" />
    </>
  ),
  pindah: <path d="M4 7h13M13 3l4 4-4 4M20 17H7M11 13l-4 4 4 4" />,
  titip: <path d="M4 13v7h16v-7M4 13h4.500l1.5 2.500h4l1.5-2.500H20M12 3v8M8.5 7.5 12 11l3.5-3.5" />,
  berkas: (
    <>
      <path d="M5.5 3h8.500l4.5 4.500V21h-13z" />
      <path d="M14 3v4.500h4.500M8.5 12h7M8.5 16h7" />
    </>
  ),
  berkasplus: (
    <>
      <path d="M5.5 3h8.500l4.5 4.500V21h-13z" />
      <path d="M14 3v4.500h4.500M12 11v6M9 14h6" />
    </>
  ),
  putus: (
    <path d="M9.5 14.5 6.5 17.500a3.5 3.5 0 0 1-5-5l3-3M14.5 9.500l3-3a3.5 3.5 0 0 1 5 5l-3 3M8 3v3M3 8h3M16 21v-3M21 16h-3" />
  ),
  kunci: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="1.5" />
      <path d="M8 10.500V7.500a4 4 0 0 1 8 0v3M12 14.500v2.5" />
    </>
  ),
  urung: (
    <>
      <path d="M9 5 4 10l5 5" />
      <path d="M4 10h10.500a5.5 5.5 0 0 1 0 11H10" />
    </>
  ),
  cari: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5.5 5.5" />
    </>
  ),
  unduh: <path d="M12 3v12M6.5 10 12 15.5 17.5 10M4 20.500h16" />,
  lokasi: (
    <>
      <path d="M12 21.500s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  getar: (
    <>
      <rect x="8" y="4" width="8" height="16" rx="1.5" />
      <path d="M4.5 8v8M1.5 10v4M19.5 8v8M22.5 10v4" />
    </>
  ),
} satisfies Record<string, JSX.Element>

/** Names of the icon set (screens.md section 5). */
export type IconName = keyof typeof DRAWINGS

/** One icon of the set in the colour of the text around it; hidden from screen readers, so it never stands alone. */
export function Icon({ name, class: extra }: { name: IconName; class?: string }) {
  return (
    <svg class={extra ? `ik ${extra}` : 'ik'} viewBox="0 0 24 24" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  )
}
