// Imports in real life: a no beside a yes, an import taken back, a source that comes again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { asE164, type E164, type ImportId, type ListId } from '../../kernel/index.ts'
import { askUndo, undoImport } from '../after/undo-import.ts'
import type { ImportView, MappingRequest } from '../contract.ts'
import { intakeJobs } from '../jobs.ts'
import { deleteUpload } from '../reading/delete-files.ts'

let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

describe('one number, several rows', () => {
  const head = 'Prénom;Nom;Portable;Accord SMS;Date;Recueilli\n'
  const row = (number: string, answer: string) =>
    `Camille;Exemple;${number};${answer};12/03/2026;caisse\n`
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'last_name' },
    { index: 2, field: 'number' },
    { index: 3, field: 'consent_given' },
    { index: 4, field: 'consent_date' },
    { index: 5, field: 'consent_source' },
  ]
  const stands = async (number: string) => {
    const contact = await here.find(number)
    if (contact === null) throw new Error('a contact')
    const [fact] = await here.deps.database.inAccount(here.fixture.accountId, (tx) =>
      here.deps.consent.gateFacts(
        tx,
        here.fixture.accountId,
        { subjects: [contact.subjectId], tags: [null] },
        {
          controllerId: here.fixture.controllerId,
          channel: 'sms',
          purpose: 'offers',
          at: here.deps.clock.now(),
        },
      ),
    )
    return { state: contact.marketingState, effective: fact?.consent.effective }
  }

  test('a no counts wherever it stands: before the yes, beside it, and batches after it', async () => {
    // Three records a batch: the first no stands in the batch of its yes, the other two later.
    const file =
      head +
      row('0639987701', 'oui') +
      row('0639987701', 'non') +
      row('0639987702', 'oui') +
      row('0639987703', 'oui') +
      row('0639987704', 'oui') +
      row('0639987705', 'non') +
      row('0639987702', 'non') +
      row('0639987703', 'peut-être') +
      row('0639987705', 'oui') +
      row('0639987704', 'oui')
    const importId = await here.received(file)
    const done = await here.run(importId, {
      columns,
      listName: 'Deux',
      consent: { wordingId: here.wordingId },
    })
    expect(done.failure).toBeNull()
    expect(done.counts).toMatchObject({ rows: 10, imported: 5, duplicates: 5 })
    expect(done.counts).toMatchObject({ consents: 1, quarantined: 4 })
    for (const refused of ['+33639987701', '+33639987702', '+33639987703', '+33639987705']) {
      expect(await stands(refused)).toEqual({ state: 'quarantine', effective: false })
    }
    expect(await stands('+33639987704')).toEqual({ state: 'open', effective: true })
    // Again: what was taken back is not given by the same file a second time.
    const second = await here.received(file)
    await here.run(second, { columns, listName: 'Encore', consent: { wordingId: here.wordingId } })
    expect(await stands('+33639987702')).toEqual({ state: 'quarantine', effective: false })
  })

  test('whom the ledger refuses is held back, not only counted', async () => {
    const known = await here.received(head + row('0639987711', 'oui'))
    await here.run(known, { columns, listName: 'Avant', consent: { wordingId: here.wordingId } })
    const contact = await here.find('+33639987711')
    if (contact === null) throw new Error('a contact')
    // The person takes it back at the desk: no suppression of the number, a withdrawn consent.
    await here.deps.database.inAccount(here.fixture.accountId, async (tx) => {
      const keys = (
        await here.fixture.vault.openSubjects(tx, here.fixture.accountId, [contact.subjectId])
      ).get(contact.subjectId)
      if (keys === undefined) throw new Error('keys')
      await here.deps.consent.withdrawConsent(tx, here.fixture.caller, {
        keys,
        tag: null,
        controllerId: here.fixture.controllerId,
        channel: 'sms',
        purpose: 'offers',
        reason: 'at the desk',
        at: here.deps.clock.now(),
      })
    })
    const again = await here.received(head + row('0639987711', 'oui'))
    const done = await here.run(again, {
      columns,
      listName: 'Après',
      consent: { wordingId: here.wordingId },
    })
    expect(done.counts).toMatchObject({ rows: 1, consents: 0, quarantined: 1 })
    expect(done.counts?.quarantinedBy).toMatchObject([{ reason: 'consent_refused_by_ledger' }])
    expect(await stands('+33639987711')).toEqual({ state: 'quarantine', effective: false })
  })
})

describe('a column of objections', () => {
  const head = 'Mobile;Accord SMS;Date accord;Recueilli par;STOP SMS\n'
  const row = (number: string, stop: string, answer = 'oui') =>
    `${number};${answer};12/03/2026;caisse;${stop}\n`
  const suppressed = async (number: string) => {
    const { accountId } = here.fixture
    const tag = here.fixture.vault.suppressionTag(accountId, asE164(number) as E164)
    const [scope] = await here.deps.database.inAccount(accountId, (tx) =>
      here.deps.consent.suppressionsOf(tx, accountId, [tag]),
    )
    return scope
  }

  test('outweighs a yes beside it, is recorded as the person’s, and ends what stood', async () => {
    const consent = { wordingId: here.wordingId }
    // Somebody who agreed before, by another file.
    const before = await here.received(head + row('0639987731', ''))
    const mapped = async (importId: ImportId, listName: string) => {
      const { analysis } = await here.view(importId)
      const columns = (analysis?.columns ?? []).flatMap(({ index, proposedField: field }) =>
        field === null ? [] : [{ index, field }],
      )
      return here.run(importId, { columns, listName, consent })
    }
    expect((await mapped(before, 'Avant')).counts).toMatchObject({ consents: 1 })
    // Three records a batch: the last two are about numbers that a batch before has kept.
    const importId = await here.received(
      head +
        row('0639987731', 'oui') +
        row('0639987732', 'oui') +
        row('0639987733', 'à voir') +
        row('0639987734', 'non') +
        row('0639987735', '') +
        row('0639987736', '') +
        row('0639987735', '01/10/2026') +
        row('0639987736', 'non'),
    )
    const { analysis } = await here.view(importId)
    expect(analysis?.columns.map(({ proposedField }) => proposedField)).toContain('objected')
    const done = await mapped(importId, 'Après')
    expect(done.failure).toBeNull()
    expect(done.counts).toMatchObject({ rows: 8, imported: 5, updated: 1, duplicates: 2 })
    expect(done.counts).toMatchObject({ consents: 2, quarantined: 4 })
    expect(done.counts?.quarantinedBy).toMatchObject([
      { reason: 'consent_not_given', rows: 3 },
      { reason: 'consent_answer_unclear', rows: 1 },
    ])
    const scopes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((last) => suppressed(`+3363998773${last}`)),
    )
    expect(scopes).toEqual(['marketing', 'marketing', null, null, 'marketing', null])
    const contact = await here.find('+33639987731')
    const history = await here.deps.database.inAccount(here.fixture.accountId, (tx) =>
      here.deps.consent.historyOf(tx, here.fixture.accountId, contact?.subjectId ?? never()),
    )
    expect(history.map(({ kind }) => kind)).toEqual([
      'consent.given',
      'consent.withdrawn',
      'objection',
    ])
    // The same file once more: who objected is told so, and nothing is recorded twice.
    const again = await here.received(head + row('0639987732', 'oui') + row('0639987732', ''))
    expect((await mapped(again, 'Encore')).counts).toMatchObject({ objected: 1, consents: 0 })
  })

  test('is kept with its day, which says when the person objected and lifts nothing', async () => {
    const dated = 'Mobile;Accord SMS;Date accord;Recueilli par;Opted out at\n'
    const importId = await here.received(
      dated + row('0639987741', '05/02/2026') + row('0639987742', ''),
    )
    const { analysis } = await here.view(importId)
    const columns = (analysis?.columns ?? []).flatMap(({ index, proposedField: field }) =>
      field === null ? [] : [{ index, field }],
    )
    expect(columns.at(-1)?.field).toBe('objected')
    // They agreed in March, and objected in February: the file does not say that they came back.
    await here.run(importId, { columns, listName: 'Datés', consent: { wordingId: here.wordingId } })
    expect(await suppressed('+33639987741')).toBe('marketing')
    const contact = await here.find('+33639987741')
    const history = await here.deps.database.inAccount(here.fixture.accountId, (tx) =>
      here.deps.consent.historyOf(tx, here.fixture.accountId, contact?.subjectId ?? never()),
    )
    expect(history.map(({ kind, body }) => [kind, body?.['saidAt']])).toEqual([
      ['objection', '2026-02-05T00:00:00.000Z'],
    ])
  })

  function never(): never {
    throw new Error('a contact')
  }
})

describe('an import taken back', () => {
  const head = 'Prénom;Portable;Accord SMS;Date;Recueilli\n'
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
    { index: 2, field: 'consent_given' },
    { index: 3, field: 'consent_date' },
    { index: 4, field: 'consent_source' },
  ]
  const numbers = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `+336399851${String(from + index).padStart(2, '0')}`,
    )
  const rows = (list: readonly string[], name = 'Camille') =>
    list.map((number) => `${name};${number};oui;12/03/2026;caisse\n`).join('')
  const undo = async (importId: ImportId): Promise<ImportView> => {
    await askUndo(here.deps, here.fixture.caller, importId)
    await undoImport(here.deps, here.fixture.caller, importId)
    return here.view(importId)
  }

  test('erases whom it made, keeps whom somebody touched, withdraws by entries, and objections stay', async () => {
    const old = numbers(0, 2)
    const before = await here.received(head + rows(old))
    await here.run(before, { columns, listName: 'Avant', consent: { wordingId: here.wordingId } })
    const fresh = numbers(10, 5)
    const importId = await here.received(head + rows([...old, ...fresh], 'Dominique'))
    const done = await here.run(importId, {
      columns,
      listName: 'Erreur',
      consent: { wordingId: here.wordingId },
    })
    expect(done.counts).toMatchObject({ imported: 5, updated: 2 })
    const listId = done.listId as ListId
    await here.fixture.clock.advance(60_000)
    // One is put into another list, another says STOP.
    const touched = await here.find(fresh[0] as string)
    const stopped = await here.find(fresh[1] as string)
    if (touched === null || stopped === null) throw new Error('contacts')
    const number = asE164(fresh[1] as string) as E164
    const tag = here.fixture.vault.suppressionTag(here.fixture.accountId, number)
    await here.deps.database.inAccount(here.fixture.accountId, async (tx) => {
      const other = await here.contacts.createList(
        tx,
        here.fixture.accountId,
        'VIP',
        here.deps.clock.now(),
      )
      await tx.query('insert into contacts.list_member values ($1, $2, $3, now())', [
        here.fixture.accountId,
        other.id,
        touched.id,
      ])
      const keys = await here.fixture.vault.openSubjects(tx, here.fixture.accountId, [
        stopped.subjectId,
      ])
      await here.deps.consent.recordStop(tx, here.fixture.caller, {
        tag,
        keys: keys.get(stopped.subjectId) ?? null,
        scope: 'marketing',
        reason: 'stop_reply',
        origin: 'test',
        at: here.deps.clock.now(),
      })
    })
    const undone = await undo(importId)
    expect(undone).toMatchObject({ state: 'undone' })
    // The one who stopped had no consent left to take back; the two from before keep their own.
    expect(undone.undo).toMatchObject({ erased: 4, kept: 3, withdrawn: 4 })
    for (const gone of fresh.slice(1)) expect(await here.find(gone)).toBeNull()
    expect(await here.find(fresh[0] as string)).toMatchObject({
      marketingState: 'quarantine',
      quarantineReason: 'import_undone',
    })
    for (const known of old)
      expect(await here.find(known)).toMatchObject({ marketingState: 'open' })
    await here.deps.database.inAccount(here.fixture.accountId, async (tx) => {
      const of = { accountId: here.fixture.accountId, listId }
      expect(await here.contacts.audience(tx, { ...of, after: null, limit: 10 })).toEqual([])
      expect(await here.deps.consent.suppressionsOf(tx, here.fixture.accountId, [tag])).toEqual([
        'marketing',
      ])
      const history = await here.deps.consent.historyOf(
        tx,
        here.fixture.accountId,
        touched.subjectId,
      )
      expect(history.map(({ kind }) => kind)).toEqual(['consent.given', 'consent.invalidated'])
      expect(history[1]?.body).toMatchObject({ reason: 'import_undone' })
    })
  })

  test('stays taken back when the day of its file comes', async () => {
    const importId = await here.received(head + rows(numbers(60, 3)))
    await here.run(importId, { columns, listName: 'Un jour' })
    await undo(importId)
    const key = { accountId: here.fixture.accountId, importId }
    await deleteUpload(here.deps, key)
    expect(await here.view(importId)).toMatchObject({ state: 'undone', failure: null })
    const halfway = await here.received(head + rows(numbers(63, 3)))
    await here.run(halfway, { columns, listName: 'Un autre jour' })
    await askUndo(here.deps, here.fixture.caller, halfway)
    await deleteUpload(here.deps, { ...key, importId: halfway })
    expect((await here.view(halfway)).state).toBe('undoing')
  })

  test('that is given up says so, and goes on when it is asked for again', async () => {
    const importId = await here.received(head + rows(numbers(70, 4)))
    await here.run(importId, { columns, listName: 'Coupée' })
    const { accountId, caller } = here.fixture
    const broken = { takeBackImported: () => Promise.reject(new Error('the machine stops here')) }
    const contacts = { ...here.contacts, ...broken }
    const handler = intakeJobs({ ...here.deps, contacts, elsewhere: here.elsewhere })[
      'intake.undo_import'
    ]
    const once = { attempt: 8, isStopping: () => false }
    const job = { name: 'intake.undo_import', accountId, input: { importId }, ...once }
    await askUndo(here.deps, caller, importId)
    await expect(handler?.({ ...job, isLastAttempt: false })).rejects.toThrow('stops here')
    expect((await here.view(importId)).state).toBe('undoing')
    await askUndo(here.deps, caller, importId)
    await expect(handler?.({ ...job, isLastAttempt: true })).rejects.toThrow('stops here')
    expect(await here.view(importId)).toMatchObject({
      state: 'failed',
      failure: { code: 'intake.undo_given_up' },
    })
    const undone = await undo(importId)
    expect(undone).toMatchObject({ state: 'undone', failure: null, undo: { erased: 4 } })
  })

  test('can be imported anew, mended; a second taking back is refused', async () => {
    const fresh = numbers(40, 4)
    const importId = await here.received(head + rows(fresh))
    await here.run(importId, { columns, listName: 'Une', consent: { wordingId: here.wordingId } })
    expect((await undo(importId)).undo).toMatchObject({ erased: 4, kept: 0, withdrawn: 4 })
    await expect(askUndo(here.deps, here.fixture.caller, importId)).rejects.toMatchObject({
      code: 'intake.nothing_to_undo',
    })
    const again = await here.received(head + rows(fresh))
    const done = await here.run(again, {
      columns,
      listName: 'Deux',
      consent: { wordingId: here.wordingId },
    })
    expect(done.counts).toMatchObject({ imported: 4, consents: 4, quarantined: 0 })
    // The ledger holds both, and an outsider finds nothing wrong in it.
    await here.fixture.consent.sequenceOnce(here.fixture.accountId)
  })
})

test('a row of empty cells is counted in the verdict, told, and neither imported nor rejected', async () => {
  const importId = await here.received('Prénom;Portable\nAnne;0639986011\n;\nZoé;0639986012\n;\n')
  const { analysis } = await here.view(importId)
  expect(analysis).toMatchObject({ rows: 4, emptyRows: 2, rowVerdicts: { S: 2, C: 0, N: 2 } })
  expect(analysis?.warnings).toHaveLength(1)
  expect(analysis?.warnings[0]).toMatch(/: 2\.$/)
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
  ]
  const done = await here.run(importId, { columns, listName: 'Lacunes' })
  expect(done.counts).toMatchObject({ rows: 2, imported: 2, rejected: 0 })
})

test('what the analysis asks is asked until somebody confirms, and told no more after', async () => {
  const importId = await here.received('Prénom;Portable\nAnne;639986013\n;\nZoé;0639986014\n')
  const warnings = async () => (await here.view(importId)).analysis?.warnings ?? []
  expect(await warnings()).toHaveLength(2)
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
  ]
  await here.run(importId, { columns, listName: 'Zéros' })
  // The empty row is a fact and stays.
  const [empty, ...others] = await warnings()
  expect(empty).toMatch(/: 1\.$/)
  expect(others).toEqual([])
})

test('a line of three million letters is one sentence, and the rest goes in', async () => {
  const file = `Prénom;Portable\nAvant;0639986001\n${'a'.repeat(3_000_000)}\nAprès;0639986002\n`
  const importId = await here.received(file)
  const { analysis } = await here.view(importId)
  expect(analysis).toMatchObject({ rows: 2, unreadableRows: 1 })
  expect(analysis?.warnings).toHaveLength(1)
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 1, field: 'number' },
  ]
  const done = await here.run(importId, { columns, listName: 'Long' })
  expect(done.counts).toMatchObject({ rows: 3, imported: 2, rejected: 1 })
  expect(done.counts?.rejectedBy).toMatchObject([{ reason: 'row_unreadable', rows: 1 }])
})

test('a source is remembered by its header, without the day and the declaration', async () => {
  const head = 'Client;Fixe;Mobile perso;Envoi\n'
  const file = `${head}Inès;0199000001;0639986101;x\nNoé;0199000002;0639986102;\n`
  const first = await here.received(file)
  expect((await here.view(first)).analysis).toMatchObject({ source: null, remembered: null })
  const columns: MappingRequest['columns'] = [
    { index: 0, field: 'first_name' },
    { index: 2, field: 'number' },
    { index: 3, field: 'consent_given' },
  ]
  const overrules = [{ index: 3, type: 'consent', reason: 'La caisse y note l’accord.' }]
  const consent = {
    wordingId: here.wordingId,
    source: 'caisse',
    date: '2026-03-01',
    wholeFile: true,
  }
  await here.run(first, { columns, listName: 'Un', consent, overrules })
  const next = await here.received(`${head}Zoé;0199000003;0639986103;x\n`)
  const { analysis, state } = await here.view(next)
  expect(state).toBe('analysed')
  expect(analysis?.source).toMatchObject({ kind: 'remembered', name: null })
  expect(analysis?.columns.map(({ proposedField }) => proposedField)).toEqual([
    'first_name',
    null,
    'number',
    'consent_given',
  ])
  expect(analysis?.remembered).toEqual({
    country: 'FR',
    custom: [],
    repairs: [],
    consent: { purpose: 'offers', wordingId: here.wordingId, source: 'caisse' },
    overrules,
  })
  // Another header is another source; another account has its own memory.
  const other = await here.received(`Nom;Fixe;Mobile perso;Envoi\nZoé;0199000003;0639986103;x\n`)
  expect((await here.view(other)).analysis?.source).toBeNull()
  const kept = await here.fixture.test.asSuperuser((client) =>
    client.query('select k::text as text from intake.known_source k'),
  )
  expect(JSON.stringify(kept.rows)).not.toContain('Mobile perso')
})
