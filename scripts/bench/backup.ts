// What a backup, its drill and its way back take, and what a campaign loses meanwhile.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackupsView } from '../../src/backup/contract.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { Lists } from './lists.ts'
import { importFile, publishWording } from './measure-import.ts'
import { runCampaign } from './measure-sending.ts'
import { median, range } from './median.ts'
import { type Bench, onInfrastructure, type Setting } from './on-infrastructure.ts'
import { writePeople } from './people.ts'
import { secondsSince, until } from './wait.ts'

const path = '/v1/installation/backups'
/** Beyond all people of the lists. */
const firstOfRest = 20_000_000

export const backup: Bench = {
  figures: [
    ...['backup', 'backup.campaign', 'backup.changes', 'backup.behind', 'backup.drill'],
    'backup.restore',
  ],
  what: 'a backup beside a campaign, its drill and its way back; changes kept beside a campaign',
  run: (setting) =>
    onInfrastructure(
      async ({ installation }) =>
        onInfrastructure(async ({ installation: archiving }) => {
          await measure(setting, installation, archiving)
        }),
      { keepsChanges: false },
    ),
}

/** `archiving` keeps the changes after its backup; `plain` has backups alone. */
async function measure(
  { isQuick, folder, figures, rounds, people: asked }: Setting,
  plain: Installation,
  archiving: Installation,
): Promise<void> {
  const people = asked ?? (isQuick ? 60_000 : 1_000_000)
  // With three rounds two lists are used, and with the rest these are all people.
  const ofCampaign = Math.round(people / 4)
  mkdirSync(join(folder, 'archiving'))
  const lists = new Lists(plain, folder, ofCampaign)
  const archivingLists = new Lists(archiving, join(folder, 'archiving'), ofCampaign)
  const first = await lists.next()
  await fill(plain, folder, people - 2 * ofCampaign)
  await runCampaign(plain, first)
  await runCampaign(archiving, await archivingLists.next())
  await once(archiving, path)

  const rates = { alone: [] as number[], beside: [] as number[], archiving: [] as number[] }
  const behind: number[] = []
  for (let round = 0; round < Math.max(rounds, 3); round += 1) {
    rates.alone.push((await runCampaign(plain, await lists.next())).perSecond)
    const listId = await lists.next()
    const backups = oneAfterTheOther(plain)
    rates.beside.push((await runCampaign(plain, listId)).perSecond)
    const made = await backups.end()
    rates.archiving.push((await runCampaign(archiving, await archivingLists.next())).perSecond)
    behind.push(await caughtUp(archiving))
    const [alone, beside, kept] = [rates.alone, rates.beside, rates.archiving].map((all) =>
      Math.round(all.at(-1) ?? 0),
    )
    progress(`  round ${round + 1}: ${alone} a second alone, ${beside} beside ${made} backups,`)
    progress(`    ${kept} with changes kept, whole ${Math.round(behind.at(-1) ?? 0)} s after it`)
  }
  const alone = median(rates.alone)
  progress(`  beside backups ${range(rates.beside)}, alone ${range(rates.alone)}`)
  figures.add('backup.people', people, 'people')
  figures.add('backup.campaign', median(rates.beside), 'messages/s', alone)
  figures.add('backup.changes', median(rates.archiving), 'messages/s', alone)
  figures.add('backup.behind', median(behind), 's')

  const bare = copySeconds(plain, folder)
  figures.add('backup', await once(plain, path), 's', bare)
  figures.add('backup.drill', await once(plain, `${path}/drill`), 's', bare)
  figures.add('backup.restore', await restore(plain, folder), 's', bare)
}

/** Seconds until all but the last seconds of what was written are kept. */
async function caughtUp({ get }: Installation): Promise<number> {
  const start = performance.now()
  const { changes } = await until(
    () => get<BackupsView>(path),
    ({ changes: { state, lossSeconds } }) =>
      state === 'interrupted' || (state === 'kept' && (lossSeconds ?? 0) <= 15),
    { forSeconds: 600 },
  )
  if (changes.state !== 'kept') throw new Error('what kept the changes was interrupted')
  return secondsSince(start)
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
