/**
 * How the camera is while its screen is open. `opening`: the browser asks for it; `looking`: every picture is searched
 * for a code. The others are the end of it: `no-camera`, there is none (any more); `not-allowed`, the browser may not use
 * it; `insecure`, a page that did not come over TLS or from this machine has no camera; `broken`, it or its reader fails.
 */
export type CameraState = 'opening' | 'looking' | CameraTrouble

/** Why no code can be shown to the camera. */
export type CameraTrouble = 'no-camera' | 'not-allowed' | 'insecure' | 'broken'
