import { useEffect, useRef } from 'preact/hooks'

/** The keys that an audio keypad types when headphones are plugged into it, and when they are pulled out. */
const JACK_KEYS: Readonly<Record<string, boolean>> = { F15: true, F16: false }

const countOutputs = async (): Promise<number> => {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'audiooutput').length
}

/** Calls `onJack` when headphones come or go: by the keys of an audio keypad, or because the machine's outputs change. */
export const useJack = (onJack: (plugged: boolean) => void): void => {
  const latest = useRef(onJack)
  latest.current = onJack
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      const plugged = JACK_KEYS[key]
      if (plugged !== undefined) latest.current(plugged)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
  useEffect(() => {
    // Browsers keep the list of devices from pages that came without TLS; then the keys are all there is.
    const devices: MediaDevices | undefined = navigator.mediaDevices
    if (devices?.enumerateDevices === undefined) return
    let known: number | null = null
    const look = (): void =>
      void countOutputs().then(
        (count) => {
          if (known !== null && count !== known) latest.current(count > known)
          known = count
        },
        () => undefined,
      )
    look()
    devices.addEventListener('devicechange', look)
    return () => devices.removeEventListener('devicechange', look)
  }, [])
}
