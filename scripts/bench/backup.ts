// What a backup, its drill and its way back take, and what a campaign loses meanwhile.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackupsView } from '../../src/backup/contract.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { Lists } from './lists.ts'
import { importFile, publishWording } from './measure-import.ts'
import { runCampaign } from './measure-sending.ts'
import { median, range } from './median.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { writePeople } from './people.ts'
import { secondsSince, until } from './wait.ts'

const path = '/v1/installation/backups'
/** Beyond all people of the lists. */
const firstOfRest = 20_000_000

export const backup: Bench = {
  figures: ['backup', 'backup.campaign', 'backup.drill', 'backup.restore'],
  what: 'a backup beside a campaign, its drill and its way back',
  run: ({ isQuick, folder, figures, rounds, people: asked }) =>
    onInfrastructure(async ({ installation }) => {
      const people = asked ?? (isQuick ? 60_000 : 1_000_000)
      // With three rounds two lists are used, and with the rest these are all people.
      const ofCampaign = Math.round(people / 4)
      const lists = new Lists(installation, folder, ofCampaign)
      const first = await lists.next()
      await fill(installation, folder, people - 2 * ofCampaign)
      await runCampaign(installation, first)

      const alone: number[] = []
      const beside: number[] = []
      for (let round = 0; round < Math.max(rounds, 3); round += 1) {
        alone.push((await runCampaign(installation, await lists.next())).perSecond)
        const listId = await lists.next()
        const backups = oneAfterTheOther(installation)
        beside.push((await runCampaign(installation, listId)).perSecond)
        const made = await backups.end()
        const told = [beside, alone].map((rates) => Math.round(rates.at(-1) ?? 0))
        progress(
          `  round ${round + 1}: ${told[0]} a second beside ${made} backups, ${told[1]} alone`,
        )
      }
      progress(`  beside backups ${range(beside)}, alone ${range(alone)}`)
      figures.add('backup.people', people, 'people')
      figures.add('backup.campaign', median(beside), 'messages/s', median(alone))

      const bare = copySeconds(installation, folder)
      figures.add('backup', await once(installation, path), 's', bare)
      figures.add('backup.drill', await once(installation, `${path}/drill`), 's', bare)
      figures.add('backup.restore', await restore(installation, folder), 's', bare)
    }),
}

async function fill(installation: Installation, folder: string, count: number): Promise<void> {
  const file = join(folder, 'rest.csv')
  await writePeople(file, { first: firstOfRest, count, refusedEvery: null })
  await importFile(installation, file, await publishWording(installation))
}

/** Begins one, and the next whenever one has ended, until it is told to stop. */
function oneAfterTheOther(installation: Installation): { end(): Promise<number> } {
  let goesOn = true
  let made = 0
  const all = (async () => {
    while (goesOn) {
      await once(installation, path)
      made += 1
    }
  })()
  return {
    end: async () => {
      goesOn = false
      await all
      return made
    },
  }
}

/** Seconds from the request to the end. */
async function once({ get, post }: Installation, what: string): Promise<number> {
  const { runs } = await get<BackupsView>(path)
  const start = performance.now()
  await begin(() => post<BackupsView>(what))
  // Its process starts first, so for a moment the run before it is the youngest.
  const ended = await until(
    () => get<BackupsView>(path),
    (view) => view.runs[0]?.begunAt !== runs[0]?.begunAt && view.underWay === null,
  )
  const seconds = secondsSince(start)
  const [last] = ended.runs
  if (last?.state !== 'done') throw new Error(`not done: ${last?.sentence}`)
  return seconds
}

/** What is told to be done may still have its process, and one at a time is allowed. */
async function begin(ask: () => Promise<unknown>): Promise<void> {
  await until(
    () =>
      ask().then(
        () => null,
        (error: Error) => error,
      ),
    (error) => {
      if (error !== null && !error.message.includes('backup.under_way')) throw error
      return error === null
    },
    { forSeconds: 30 },
  )
}

/** The octets of the data folder, written a second time: what any backup must do at least. */
function copySeconds({ folder: of }: Installation, folder: string): number {
  const to = join(folder, 'bare')
  const start = performance.now()
  cpSync(join(of, 'data'), to, { recursive: true, errorOnExist: false })
  const seconds = secondsSince(start)
  rmSync(to, { recursive: true })
  return seconds
}

async function restore({ folder: of, get }: Installation, folder: string): Promise<number> {
  const { items, folder: lies } = await get<BackupsView>(path)
  const [youngest] = items
  if (lies === null || youngest === undefined) throw new Error('a backup is there')
  const mark = youngest.id.slice(0, 8)
  const name = readdirSync(lies).find((one) => one.endsWith(mark)) ?? ''
  const from = join(lies, name)
  const to = join(of, 'restored')
  const accord = fileURLToPath(new URL('../../bin/accord.mjs', import.meta.url))
  const start = performance.now()
  const child = spawn(process.execPath, [accord, 'restore', from, '--to', to, '--json'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ACCORD_KEYS: join(of, 'keys') },
  })
  const code = await exitCode(child)
  if (code !== 0) throw new Error(`the restore ended with ${code}`)
  return secondsSince(start)
}

const exitCode = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
