// From a terminal, against a running server: imports are listed and taken back,
// quarantine is emptied.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { ImportView } from '../../src/intake/contract.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
let controllerId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
})
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
async function cli(...args: string[]) {
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from([`${token}\n`]),
    stdout: { write: (piece: string | Uint8Array) => (out += piece) },
    stderr: { write: (piece: string | Uint8Array) => (err += piece) },
    language: 'en' as const,
  }
  const code = await main([...args, '--url', accord.url], io)
  return { code, out, err }
}
async function imported(text: string): Promise<string> {
  const file = { name: 'clients.csv', bytes: text }
  const { id } = (await accord.upload<ImportView>(token, '/v1/imports', file)).body
  const ready = (states: string[]) =>
    eventually(async () => {
      const view = await ask<ImportView>('GET', `/v1/imports/${id}`)
      return states.includes(view.state) ? view : null
    })
  await ready(['analysed', 'mapping_needed'])
  await ask('POST', `/v1/imports/${id}/mapping`, {
    columns: [{ index: 0, field: 'number' }],
    listName: 'Clients',
  })
  await ready(['done'])
  return id
}

test('an import is listed, shown and taken back', async () => {
  const id = await imported('Mobile\n0639980701\n0639980702\nabc\n')
  const listed = await cli('imports', 'list')
  expect(listed.out).toBe(`${id}\tdone\t2026-11-25\t3\tclients.csv\n`)
  const shown = await cli('imports', 'show', id)
  expect(shown.out).toContain('imported\t2\n')
  expect(shown.out).toContain('no_proof_of_consent\t2\t')
  const unsure = await cli('imports', 'undo', id)
  expect([unsure.code, unsure.out]).toEqual([2, ''])
  expect(unsure.err).toMatch(/import of 3 rows\. Of its 2 new contacts, .*--yes/)
  expect((await cli('imports', 'list')).out).toContain('\tdone\t')
  const undone = await cli('imports', 'undo', id, '--yes')
  expect(undone).toEqual({
    code: 0,
    out: 'Undone: 2 contacts erased, 0 kept, 0 consents withdrawn.\n',
    err: '',
  })
  const again = await cli('imports', 'undo', id, '--yes')
  expect([again.code, again.out]).toEqual([1, ''])
  expect(again.err).toContain('undone')
})

test('a file goes into a list that exists, by its name or its id, and never into one of two', async () => {
  const sent = async (number: string) => {
    const file = { name: 'more.csv', bytes: `Mobile\n${number}\n` }
    const { id } = (await accord.upload<ImportView>(token, '/v1/imports', file)).body
    await eventually(async () => {
      const { state } = await ask<ImportView>('GET', `/v1/imports/${id}`)
      return state === 'analysed' || state === 'mapping_needed' ? id : null
    })
    return id
  }
  const members = async (listId: string) =>
    (await ask<{ members: number }>('GET', `/v1/lists/${listId}`)).members
  const { id: listId } = await ask<{ id: string }>('POST', '/v1/lists', { name: 'Fidèles' })
  const first = await cli('imports', 'run', await sent('0639980761'), '--into', 'fidèles')
  expect([first.code, first.err]).toEqual([0, ''])
  const second = await cli('imports', 'run', await sent('0639980762'), '--into', listId)
  expect(second.code).toBe(0)
  expect(await members(listId)).toBe(2)
  const third = await sent('0639980763')
  const unknown = await cli('imports', 'run', third, '--into', 'Fid')
  expect([unknown.code, unknown.out]).toEqual([1, ''])
  expect(unknown.err).toContain('There is no list “Fid”')
  const { id: same } = await ask<{ id: string }>('POST', '/v1/lists', { name: 'Fidèles' })
  const unsure = await cli('imports', 'run', third, '--into', 'Fidèles')
  expect([unsure.code, unsure.out]).toEqual([1, ''])
  expect(unsure.err).toContain('2 lists are called “Fidèles”')
  expect(unsure.err).toContain(listId)
  expect((await cli('imports', 'run', third, '--into', listId, '--list', 'Other')).code).toBe(2)
  expect((await cli('imports', 'run', third)).code).toBe(2)
  expect(await members(same)).toBe(0)
  expect((await cli('quarantine', 'delete', 'no_proof_of_consent', '--yes')).code).toBe(0)
})

test('quarantine is told by reason, with what may be done; proven, or deleted', async () => {
  await imported('Mobile\n0639980711\n0639980712\n0639980713\n')
  const listed = await cli('quarantine', 'list')
  expect(listed.out).toMatch(/^no_proof_of_consent\t3\t/)
  const next = await cli('quarantine', 'next', 'no_proof_of_consent')
  expect(next.out.split('\n').map((line) => line.slice(0, 8))).toContain('+ delete')
  expect((await cli('quarantine', 'next', 'objected')).code).toBe(1)

  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Caisse',
    language: 'fr',
    medium: 'paper',
    controllerId,
    shownText: 'J’accepte de recevoir par SMS les offres de Boutique des Tilleuls.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  await ask('POST', '/v1/objections', { number: '0639980713' })
  const proof = ['--wording', made.id, '--date', '2026-10-01', '--source', 'fiches de la caisse']
  const undeclared = await cli('quarantine', 'prove', 'no_proof_of_consent', ...proof)
  expect(undeclared.code).toBe(2)
  const proven = await cli('quarantine', 'prove', 'no_proof_of_consent', ...proof, '--declared')
  expect(proven.out).toBe(
    'Can now receive marketing: 2. Stay in quarantine because they refused: 1.\n',
  )
  const unsure = await cli('quarantine', 'delete', 'no_proof_of_consent')
  expect([unsure.code, unsure.out]).toEqual([2, ''])
  expect(unsure.err).toMatch(/deletes 1 contacts.*--yes/)
  const gone = await cli('quarantine', 'delete', 'no_proof_of_consent', '--yes')
  expect(gone.out).toBe('Contacts deleted: 1.\n')
  expect((await cli('quarantine', 'list')).out).toBe('')
})

test('a file is sent and told, then run as proposed or as a mapping says', async () => {
  const folder = newTestFolder()
  const file = join(folder, 'adherents.csv')
  writeFileSync(file, 'Nom;Mobile;IBAN\nDurand;0639980721;x\nPetit;06 39 98 07 22;x\n')
  const sent = await cli('imports', 'send', file)
  const [, id = ''] = /^(\S+)\tanalysed\tadherents\.csv\n/.exec(sent.out) ?? []
  expect(sent.out).toMatch(/\n1\tnumber\tphone\tMobile\n2\t-\t/)
  expect(sent.err).toContain(`accord imports run ${id} --list NAME`)
  expect((await cli('imports', 'run', id)).code).toBe(2)
  const ran = await cli('imports', 'run', id, '--list', 'Adhérents')
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain('imported\t2\n')
  const again = await cli('imports', 'run', id, '--list', 'Adhérents')
  expect([again.code, again.out]).toEqual([1, ''])
  const other = /^(\S+)\t/.exec((await cli('imports', 'send', file)).out)?.[1] ?? ''
  const mapping = join(folder, 'mapping.json')
  writeFileSync(mapping, JSON.stringify({ columns: [{ index: 1, field: 'number' }] }))
  const mapped = await cli('imports', 'run', other, '--list', 'B', '--mapping', mapping, '--json')
  expect(JSON.parse(mapped.out)).toMatchObject({ state: 'done', counts: { updated: 2 } })
  expect((await cli('imports', 'run', other, '--list', 'B', '--mapping', file)).err).toContain(
    'JSON',
  )
  expect((await cli('imports', 'send', join(folder, 'none.csv'))).err).toContain('none.csv')
  removeTestFolder(folder)
})

test('what a file would do is told before it is let in, in words or as JSON', async () => {
  const folder = newTestFolder()
  const file = join(folder, 'club.csv')
  writeFileSync(file, 'Nom;Mobile\nDurand;0639980731\nPetit;0639980732\nPetit;0639980732\nX;12\n')
  const id = /^(\S+)\t/.exec((await cli('imports', 'send', file)).out)?.[1] ?? ''
  const told = await cli('imports', 'forecast', id)
  expect([told.code, told.err]).toEqual([0, ''])
  const [first, ...problems] = told.out.trimEnd().split('\n')
  expect(first).toBe('0 of 2 people can receive marketing.')
  const line = (start: string) => problems.find((one) => one.startsWith(start)) ?? ''
  expect(line('Not imported')).toMatch(/\trows: 1 \(in the spreadsheet: 5\)$/)
  expect(line('To be proven')).toMatch(/\trows: 2 \(in the spreadsheet: 2, 3\)$/)
  expect(line('Duplicate')).toMatch(/\trows: 1 \(in the spreadsheet: 4\)$/)

  const mapping = join(folder, 'mapping.json')
  const columns = [{ index: 1, field: 'number' }]
  writeFileSync(mapping, JSON.stringify({ columns, listName: 'Club' }))
  const json = await cli('imports', 'forecast', id, '--mapping', mapping, '--json')
  expect(json.out.trimEnd().split('\n')).toHaveLength(1)
  const forecast = JSON.parse(json.out)
  expect(forecast).toMatchObject({ people: 2, canReceive: 0, isWhole: true, rowsRead: 4 })
  // What it says comes true, and until then nothing is there.
  expect((await cli('imports', 'show', id)).out).toContain('\tanalysed\t')
  const ran = await cli('imports', 'run', id, '--list', 'Club', '--mapping', mapping, '--json')
  expect(JSON.parse(ran.out).counts).toMatchObject({ imported: 2, rejected: 1, quarantined: 2 })
  const late = await cli('imports', 'forecast', id)
  expect([late.code, late.out]).toEqual([1, ''])
  expect((await cli('imports', 'forecast', 'everything')).code).toBe(2)
  removeTestFolder(folder)
})

test('without a right, and without a server, one sentence says so', async () => {
  const reader = await ask<{ secret: string }>('POST', '/v1/tokens', {
    name: 'reader',
    rights: ['account.read'],
  })
  const refused = await cli('imports', 'list', '--token', reader.secret)
  expect(refused.code).toBe(1)
  expect(refused.err.trim().split('\n').length).toBe(1)
  expect((await cli('imports', 'undo', 'everything')).code).toBe(2)
})
