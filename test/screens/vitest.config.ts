// Takes pictures and nothing else: `npm run screens`.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    globalSetup: 'test/support/global-setup.ts',
    include: ['test/screens/*.pictures.ts'],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    pool: 'forks',
    bail: 1,
  },
})
