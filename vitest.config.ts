import { availableParallelism } from 'node:os'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

// A slow machine is no fault of the code: a test fails by what it sees, not by the clock.
const calm = { testTimeout: 30_000, hookTimeout: 30_000 }
const slow = { testTimeout: 120_000, hookTimeout: 120_000 }

/** End-to-end tests that measure seconds, watch a light flash or hold a camera open: nothing may run beside them. */
const MEASURING = ['camera', 'counter-lock', 'display', 'display-stale', 'server-gone'].map(
  (name) => `test/e2e/${name}.test.ts`,
)

export default defineConfig({
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/faults/**', 'test/album/**'],
          // On two cores vitest would take one of them.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...calm,
        },
      },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...slow } },
      { extends: true, test: { name: 'album', include: ['test/album/**/*.test.ts'], maxWorkers: 2, ...slow } },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: MEASURING, maxWorkers: 2, ...slow },
      },
      {
        extends: true,
        test: {
          name: 'e2e-alone',
          include: MEASURING,
          fileParallelism: false,
          // After the others, never beside them.
          sequence: { groupOrder: 1 },
          ...slow,
        },
      },
    ],
  },
})
