/** A device file of this machine as the office's document names it, taken apart. */
export type DeviceAddress = { kind: 'serial'; path: string; baud: number } | { kind: 'file'; path: string }

/**
 * Reads `serial:///dev/serial/by-id/…?baud=9600`, where `usualBaud` counts without a speed, or `file:///dev/…`. Null for
 * anything else, or a speed outside 1200–115200 baud.
 */
export function parseDevice(text: string, usualBaud: number): DeviceAddress | null {
  if (!URL.canParse(text)) return null
  const { protocol, host, pathname: path, searchParams } = new URL(text)
  if (host !== '' || path.length < 2) return null
  if (protocol === 'file:') return { kind: 'file', path }
  const baud = Number(searchParams.get('baud') ?? usualBaud)
  const isSpeed = Number.isInteger(baud) && baud >= 1_200 && baud <= 115_200
  return protocol === 'serial:' && isSpeed ? { kind: 'serial', path, baud } : null
}
