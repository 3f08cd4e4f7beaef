import type { CameraState, CameraTrouble } from './camera-state.ts'

/** Pictures searched each second: a code that is held still is read within two of them. */
const LOOKS_PER_SEC = 8

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
}

const TROUBLES: Record<string, CameraTrouble> = {
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotAllowedError: 'not-allowed',
  SecurityError: 'not-allowed',
}
const troubleOf = (error: unknown): CameraTrouble =>
  (error instanceof Error ? TROUBLES[error.name] : undefined) ?? 'broken'

/** Draws what the camera sees into one picture that is used again and again. */
const makeLook = (video: HTMLVideoElement): (() => ImageData | null) => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  return () => {
    const { videoWidth: width, videoHeight: height } = video
    if (context === null || width === 0) return null
    if (context.canvas.width !== width) context.canvas.width = width
    if (context.canvas.height !== height) context.canvas.height = height
    context.drawImage(video, 0, 0)
    return context.getImageData(0, 0, width, height)
  }
}

/**
 * Opens the camera, shows it in `video` and hands over each code that it sees, as long as it sees it. Pictures are looked at
 * here and thrown away. Returns `stop`, which turns the camera off also while it is still opening.
 */
export const readCodes = (given: {
  video: HTMLVideoElement
  onState: (state: CameraState) => void
  onCode: (code: string) => void
}): (() => void) => {
  const { video, onState, onCode } = given
  let stream: MediaStream | null = null
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = (): void => {
    stopped = true
    clearTimeout(timer)
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.srcObject = null
  }
  const fail = (trouble: CameraTrouble): void => {
    if (stopped) return
    stop()
    onState(trouble)
  }

  const run = async (): Promise<void> => {
    const devices = globalThis.navigator?.mediaDevices
    if (devices === undefined) return fail('insecure')
    // The reader is a large file that nobody needs who does not use the camera.
    const [opened, { readQr }] = await Promise.all([
      devices.getUserMedia(WANTED).then((given) => {
        stream = given
        if (stopped) stop()
        return given
      }),
      import('./qr-reader.ts'),
    ])
    if (stopped) return
    for (const track of opened.getTracks()) track.addEventListener('ended', () => fail('no-camera'))
    video.srcObject = opened
    await video.play()
    const look = makeLook(video)

    const next = async (): Promise<void> => {
      const startedAt = performance.now()
      const picture = look()
      const code = picture === null ? null : await readQr(picture)
      if (stopped) return
      if (code !== null) onCode(code)
      const tookMs = performance.now() - startedAt
      timer = setTimeout(() => void next().catch(fault), Math.max(0, 1_000 / LOOKS_PER_SEC - tookMs))
    }
    onState('looking')
    await next()
  }
  const fault = (error: unknown): void => fail(troubleOf(error))

  onState('opening')
  void run().catch(fault)
  return stop
}
