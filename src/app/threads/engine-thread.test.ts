// A thread of the engine that cannot begin: whoever began it is told why, and nothing stays.
import { afterEach, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { silentLogger } from '../../observability/index.ts'
import { realTimers } from '../clock.ts'
import { engineThread } from './engine-thread.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

/** Nothing listens at port 1. */
function nowhere() {
  const folder = newTestFolder()
  folders.push(folder)
  return {
    wayIn: {
      address: { host: '127.0.0.1', port: 1, database: 'accord', ssl: false },
      logins: { app: { user: 'accord_app' }, engine: { user: 'accord_engine' } },
    },
    dataFolder: folder,
    nodeFolder: folder,
    keysFolder: folder,
    options: {
      secureCookie: false,
      publicUrl: null,
      originHost: 'accord.example',
      hasThreads: false,
      backlogSeconds: 600,
      privateNetworks: [],
    },
  }
}

test('without its database it tells so and ends; a stop waits for nobody', async () => {
  const thread = engineThread({ timers: realTimers, logger: silentLogger })
  thread.begin(nowhere())
  await expect(thread.ready()).rejects.toMatchObject({ code: 'storage.database_unavailable' })
  await thread.stop()
  expect(await thread.metrics()).toBeNull()
}, 30_000)

test('one that was only loaded is stopped as well', async () => {
  const thread = engineThread({ timers: realTimers, logger: silentLogger })
  await thread.stop()
  expect(await thread.metrics()).toBeNull()
}, 30_000)
