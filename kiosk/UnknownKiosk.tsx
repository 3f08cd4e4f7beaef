import type { Kiosk } from './deeds.ts'
import { drawScreen } from './draw-screen.tsx'
import { Head } from './parts/Head.tsx'

/** A page whose address names no kiosk that could exist: it is told how to be paired and never asks the server. */
export function UnknownKiosk({ place }: { place: string }) {
  const kiosk: Kiosk = { lang: 'id', zone: 'Asia/Jakarta', day: null, place, now: null, perform: () => undefined }
  return (
    <div class="kiosk">
      <div class="wajah">
        <Head kiosk={kiosk} office={null} today={null} />
        {drawScreen({ name: 'not-paired', timeout: null, expired: null }, kiosk)}
      </div>
    </div>
  )
}
