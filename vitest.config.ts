import { availableParallelism } from 'node:os'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { ROWS } from './assurance/rows.ts'

// A slow machine is no fault of the code: a test fails by what it sees, not by the clock.
const calm = { testTimeout: 30_000, hookTimeout: 30_000 }
const long = { testTimeout: 600_000, hookTimeout: 120_000 }
const slow = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } }

/** Tests that measure seconds or memory, watch a light flash, hold a camera open or count what a while was enough for. */
const ALONE = {
  assurance: ['test/assurance/load.test.ts', 'test/assurance/long-day.test.ts'],
  faults: ['test/faults/kill.test.ts'],
  e2e: ['camera', 'counter-lock', 'display', 'display-stale', 'kiosk-offices', 'server-gone', 'two-servers'].map(
    (name) => `test/e2e/${name}.test.ts`,
  ),
}
/** One at a time and after the others, never beside them. */
const alone = { fileParallelism: false, sequence: { groupOrder: 1 } }
/** These mostly wait. On two cores vitest would take one worker. */
const beside = { maxWorkers: 2 }

export default defineConfig({
  plugins: [preact()],
  test: {
    // A row of the assurance is shown by the tests that name it.
    tags: ROWS.map(({ id, says }) => ({ name: id, description: says })),
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/faults/**', 'test/album/**', 'test/assurance/**'],
          // On two cores vitest would take one of them.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...calm,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], exclude: ALONE.faults, ...beside, ...slow },
      },
      { extends: true, test: { name: 'faults-alone', include: ALONE.faults, ...alone, ...slow } },
      { extends: true, test: { name: 'album', include: ['test/album/**/*.test.ts'], ...beside, ...slow } },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: ALONE.e2e, ...beside, ...slow },
      },
      { extends: true, test: { name: 'e2e-alone', include: ALONE.e2e, ...alone, ...slow } },
      {
        extends: true,
        test: {
          name: 'assurance',
          include: ['test/assurance/**/*.test.ts'],
          exclude: ALONE.assurance,
          // Half of these wait while others reckon.
          ...{ maxWorkers: 3, ...long },
        },
      },
      { extends: true, test: { name: 'assurance-alone', include: ALONE.assurance, ...alone, ...long } },
    ],
  },
})
