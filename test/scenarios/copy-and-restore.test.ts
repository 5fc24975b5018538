// The guide's copy and its way back, with its own commands: lost, put back elsewhere,
// read in clear.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { RestorationView } from '../../src/sending/contract.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { newPlace, type Place } from '../support/process.ts'
import { npxScript } from '../support/program.ts'
import { accountOf, callerOf, logInOwner, setUp } from '../support/scenario.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const places: Place[] = []
const folders: string[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
  for (const folder of folders.splice(0)) removeTestFolder(folder)
})

function newFolder(): string {
  const folder = newTestFolder()
  // As root PostgreSQL's user has to pass.
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** The commands of the guide as they stand there. */
function commandsOf(name: string): string {
  const guide = readFileSync(join(root, 'docs/guide/install.md'), 'utf8')
  const found = new RegExp(`^\`\`\`sh ${name}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1]
  if (found === undefined) throw new Error(`the guide has no commands to ${name}`)
  return found
}

type Places = { ACCORD_DATA: string; ACCORD_KEYS: string; BACKUP: string; BACKUP_KEYS: string }

function follow(name: string, where: Places): string {
  const bin = newFolder()
  writeFileSync(join(bin, 'npx'), npxScript, { mode: 0o755 })
  const { PATH = '', HOME = '' } = process.env
  const env = { ...where, HOME, PATH: `${bin}${delimiter}${PATH}`, LANG: 'C' }
  const ran = spawnSync('sh', ['-euc', commandsOf(name)], { env, encoding: 'utf8' })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  return ran.stdout
}

const number = '+33639980042'
const setting = ({ ACCORD_DATA, ACCORD_KEYS }: Places) => ({ ACCORD_DATA, ACCORD_KEYS })

test('A copy made by the guide, lost and put back in other folders, opens a contact in clear', async () => {
  const above = newFolder()
  const backup = newFolder()
  const where = {
    ACCORD_DATA: join(above, 'first', 'data'),
    ACCORD_KEYS: join(above, 'first', 'keys'),
    BACKUP: join(backup, 'data-copies'),
    BACKUP_KEYS: join(backup, 'keys-copies'),
  }
  mkdirSync(where.BACKUP)
  mkdirSync(where.BACKUP_KEYS)
  const place = newPlace()
  places.push(place)
  const accord = await place.start(setting(where))
  const caller = callerOf(() => accord.url)
  const owner = await setUp(caller, accord.setupCode ?? '')
  const { token } = await accountOf(caller, owner.cookie)
  const made = await caller.call<{ contact: { id: string } }>(token, 'POST', '/v1/contacts', {
    number,
  })
  accord.kill('SIGTERM')
  expect((await accord.ended).code).toBe(0)
  follow('copy', where)

  // Everything is lost, and comes back elsewhere.
  rmSync(join(above, 'first'), { recursive: true })
  const elsewhere = {
    ...where,
    ACCORD_DATA: join(above, 'second', 'data'),
    ACCORD_KEYS: join(above, 'second', 'keys'),
  }
  follow('restore', elsewhere)
  const again = await place.start(setting(elsewhere))
  expect(again.said()).toContain('npx accord restored')
  const there = callerOf(() => again.url)
  const id = made.body.contact.id
  const clear = await there.call(token, 'POST', `/v1/contacts/${id}/reveal`, {
    reason: 'la sauvegarde est essayée',
  })
  expect(clear.body).toMatchObject({ number })

  const said = follow('release', elsewhere)
  expect(said).toContain('All sending is on hold')
  expect(said).toContain('Sending has resumed after a restore of the database')
  await logInOwner({ ...there, owner })
  const state = await there.call<RestorationView>(owner.cookie, 'GET', '/v1/restoration')
  expect(state.body).toMatchObject({ state: 'released', why: 'copied', isMarketingKept: true })
  again.kill('SIGTERM')
  expect((await again.ended).code).toBe(0)
}, 240_000)
