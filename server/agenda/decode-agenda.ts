/**
 * The text of an agenda file. Excel saves CSV as UTF-8, as UTF-16 ("Unicode text") or in the code page of Windows,
 * where the dash of a window is not UTF-8. Never throws: what is no text is told by `parseAgenda`.
 */
export const decodeAgenda = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (trouble) {
    // Of that code page only its two dashes matter here; Node 20 does not know them (it reads windows-1252 as latin1).
    if (trouble instanceof TypeError)
      return Buffer.from(bytes)
        .toString('latin1')
        .replace(/[\u0096\u0097]/g, '-')
    throw trouble
  }
}
