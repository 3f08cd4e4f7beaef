import { useEffect, useRef } from 'preact/hooks'

/** Whether this page may use a camera and there is one. A page over plain HTTP from another machine may not. */
export const findCamera = async (): Promise<boolean> => {
  const devices = globalThis.navigator?.mediaDevices
  if (!globalThis.isSecureContext || devices === undefined) return false
  return (await devices.enumerateDevices()).some(({ kind }) => kind === 'videoinput')
}

/** Tells whether there is a camera: when the page opens, and whenever a device is plugged in or out. */
export const useCameraWatch = (onFound: (hasCamera: boolean) => void): void => {
  const latest = useRef(onFound)
  latest.current = onFound
  useEffect(() => {
    const look = async (): Promise<void> => latest.current(await findCamera())
    const onChange = (): void => void look()
    onChange()
    const devices = globalThis.navigator?.mediaDevices
    devices?.addEventListener('devicechange', onChange)
    return () => devices?.removeEventListener('devicechange', onChange)
  }, [])
}
