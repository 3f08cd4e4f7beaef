import { useEffect } from 'preact/hooks'

/** Keeps the glass lit while `active`, on phones that can (HTTPS); elsewhere it goes dark as ever. */
export const useWakeLock = (active: boolean): void => {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return
    let held: WakeLockSentinel | null = null
    let ended = false
    const hold = async (): Promise<void> => {
      // A phone may say no, with a low battery for one.
      const lock = await navigator.wakeLock.request('screen').catch(() => null)
      if (ended) await lock?.release()
      else held = lock
    }
    // Whoever looks at something else and comes back has lost it.
    const look = (): void => {
      if (document.visibilityState === 'visible') void hold()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', look)
      void held?.release()
    }
  }, [active])
}
