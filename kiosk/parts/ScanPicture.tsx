import { QR_PICTURE } from './qr-picture.ts'

/** A phone and a letter above the scanner, and an arrow down to it. */
export function ScanPicture() {
  return (
    <svg class="ilus" viewBox="0 0 960 440" aria-hidden="true">
      <path class="lantai" d="M120 404H840" />
      <path class="muka" d="M352 404v-26h256v26" />
      <path class="sinar" d="M384 391h192" />
      <path class="pandang" d="M432 366 396 284M528 366l36-82" />
      <g transform="translate(384 6)">
        <rect class="muka" x="0" y="0" width="192" height="262" rx="16" />
        <path d="M80 240h32" />
        <path class="kode" transform="translate(38 58) scale(4)" d={QR_PICTURE} />
      </g>
      <g transform="translate(640 36)">
        <path class="muka" d="M0 0h150l40 40v190H0z" />
        <path d="M150 0v40h40M28 150h134M28 178h134M28 206h90" />
        <rect x="28" y="40" width="76" height="76" />
        <path class="kode" d="M44 56h16v16h-16zM72 56h16v16h-16zM44 84h16v16h-16zM76 88h8v8h-8z" />
      </g>
      <g class="panah">
        <path d="M252 150v150M208 258l44 46 44-46" />
      </g>
    </svg>
  )
}

/** A code in the scanner's frame. */
export function CodePicture() {
  return (
    <svg class="bingkai" viewBox="0 0 200 200" aria-hidden="true">
      <path class="sudut" d="M6 50V6h44M150 6h44v44M194 150v44h-44M50 194H6v-44" />
      <path class="kode" transform="translate(42 42) scale(4)" d={QR_PICTURE} />
      <path class="sinar" d="M6 100h188" />
    </svg>
  )
}
