// How the tests are found and run: unit and store tests beside their files, the rest under test/.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.e2e.ts'],
    exclude: ['node_modules', 'dist'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // One process a file: an embedded database or a browser left behind by one file cannot
    // disturb the next.
    pool: 'forks',
  },
})
