/**
 * What a room may import. `rooms`: rooms, or single files of a room. `types`: rooms and files whose types alone it may
 * know. `packages`: npm packages, their subpaths included. `world`: whether it may touch `node:` modules.
 */
export type Room = { rooms: readonly string[]; types?: readonly string[]; packages: readonly string[]; world: boolean }
