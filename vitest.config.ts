// How the tests are found and run: unit and store tests beside their files, the rest under test/.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { onSupportedNode } from './scripts/supported-node.mjs'
import { LongestFirst } from './test/support/longest-first.ts'

// `npx vitest` begins under whatever Node the machine has.
await onSupportedNode()

const include = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'test/**/*.e2e.ts']
const exclude = ['node_modules', 'dist']

/** They measure their own process, or count what it does: each has one of its own. */
const alone = [
  'src/countries/replies/long-replies.test.ts',
  'src/intake/reading/csv.test.ts',
  'src/intake/reading/hostile-files.test.ts',
  'src/storage/embedded/*.test.ts',
  'test/crash/*.test.ts',
  'test/operators/codec-fire.test.ts',
  'test/operators/link-rate.test.ts',
  'test/scenarios/engine-thread.test.ts',
  'test/simulation/*.test.ts',
]

const each = {
  // The build is loaded as it stands.
  server: { deps: { external: [/\/dist\//] } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine is no failure: what is waited for may take its time.
  expect: { poll: { timeout: 20_000 } },
  pool: 'forks' as const,
}

export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    // More than there are cores: many tests wait for a clock, a process or a disk.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    sequence: { sequencer: LongestFirst },
    experimental: { fsModuleCache: true },
    projects: [
      // A few processes take file after file: what the files import is loaded once.
      {
        test: {
          ...each,
          name: 'together',
          include,
          exclude: [...exclude, ...alone],
          isolate: false,
        },
      },
      { test: { ...each, name: 'alone', include: alone, exclude, isolate: true } },
    ],
  },
})
