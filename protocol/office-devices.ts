import { z } from 'zod'
import { Place, Slug } from './ids.ts'

/**
 * `simulated`, `tcp://10.0.0.9:9100`, `serial:///dev/serial/by-id/…?baud=38400` or `file:///dev/usb/lp0`; `agent` where it
 * is plugged into a kiosk's own machine, which drives it.
 */
const PrinterPort = z.string().regex(/^(simulated|agent|tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\/\S+|file:\/\/\/\S+)$/)

/** `serial:///dev/serial/by-id/…?baud=115200`, found out without a speed, or `file:///dev/…`. */
const ScannerPort = z
  .string()
  .regex(/^(serial:\/\/\/[^\s?#]+(\?baud=(1200|2400|4800|9600|19200|38400|57600|115200))?|file:\/\/\/[^\s?#]+)$/)

/** A printer of the office. `model` names what it is; `columns` where the unit is set to other ones than its model. */
export const Printer = z.strictObject({
  place: Place,
  port: PrinterPort,
  model: Slug.default('generic-80'),
  columns: z.literal([32, 42, 48]).nullable().default(null),
})
export type Printer = z.infer<typeof Printer>

/**
 * A kiosk: the printer beside it, a `spare` one that takes over while the first cannot print, and the `scanner` that is
 * plugged into the server; null where it is plugged into the kiosk and types, or there is none.
 */
export const Kiosk = z.strictObject({
  place: Place,
  printer: Place,
  spare: Place.nullable().default(null),
  scanner: ScannerPort.nullable().default(null),
})
export type Kiosk = z.infer<typeof Kiosk>

/** A display: one with a zone shows the calls to that zone alone; one with a counter hangs above it and shows its calls. */
export const Display = z.strictObject({
  place: Place,
  zone: Slug.nullable().default(null),
  counter: z.int().min(1).max(99).nullable().default(null),
})
export type Display = z.infer<typeof Display>
