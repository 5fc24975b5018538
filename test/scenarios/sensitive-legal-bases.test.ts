// A legal basis of article 9 lets a column in, sealed apart; its end, a withdrawal, an undoing,
// a deletion take it out.
import { afterAll, describe, expect, test } from 'vitest'
import { insertToken } from '../../src/accounts/credential-store.ts'
import { askUndo, undoImport } from '../../src/intake/after/undo-import.ts'
import { mappingRequest } from '../../src/intake/contract.ts'
import { confirmMapping } from '../../src/intake/mapping/confirm-mapping.ts'
import { runImport } from '../../src/intake/run/run-import.ts'
import type { Caller, E164, ImportId, SubjectId, TokenId, UserId } from '../../src/kernel/index.ts'
import { eraseValues, sensitiveHolder } from '../../src/sensitive/look-at-values.ts'
import { approveLegalBasis } from '../../src/sensitive/manage-legal-bases.ts'
import { sweepAccount } from '../../src/sensitive/sweep.ts'
import { fileOf, mapping, sensitiveLife, three } from '../support/sensitive-life.ts'

const dayMs = 86_400_000
const {
  here,
  deps,
  asked,
  author,
  officer,
  controllerId,
  within,
  recorded,
  inForce,
  end,
  eraseRows,
  imported,
  contactOf,
  look,
  rows,
} = await sensitiveLife()
afterAll(() => here.close())

describe('before a legal basis is in force', () => {
  test('nobody approves their own, nor does a token', async () => {
    const legalBasisId = await recorded()
    await expect(
      within((tx) => approveLegalBasis(deps, tx, author, legalBasisId)),
    ).rejects.toMatchObject({
      code: 'sensitive.approver_is_author',
    })
    await expect(
      within((tx) => approveLegalBasis(deps, tx, here.fixture.caller, legalBasisId)),
    ).rejects.toMatchObject({ code: 'sensitive.approver_is_no_user' })
    const importId = await here.received(fileOf(['0639980201'], three))
    await expect(here.run(importId, mapping(legalBasisId))).rejects.toMatchObject({
      code: 'sensitive.legal_basis_unusable',
    })
  })

  test('nor who made the token that recorded it; a token of nobody records none', async () => {
    const { accountId, caller, clock, test: db } = here.fixture
    const maker = deps.makeId() as UserId
    await db.asSuperuser(async (client) => {
      await client.query(
        `insert into accounts.account (account_id, number, name, kind, country, zone, language,
           created_at)
         values ($1, 1, 'Cabinet', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
        [accountId],
      )
    })
    const tokenOf = async (createdBy: UserId | null): Promise<Caller> => {
      const tokenId = deps.makeId() as TokenId
      const token = { accountId, tokenId, name: 'reprise', createdBy, madeBy: null }
      const hash = Buffer.alloc(32, createdBy === null ? 1 : 2)
      await within((tx) =>
        insertToken(tx, {
          ...token,
          hash,
          rights: ['sensitive.manage'],
          at: clock.now(),
          expiresAt: null,
        }),
      )
      return { ...caller, by: { kind: 'token', tokenId } }
    }
    const legalBasisId = await recorded({}, await tokenOf(maker))
    const themselves: Caller = { ...caller, by: { kind: 'user', userId: maker } }
    await expect(
      within((tx) => approveLegalBasis(deps, tx, themselves, legalBasisId)),
    ).rejects.toMatchObject({ code: 'sensitive.approver_is_author' })
    await within((tx) => approveLegalBasis(deps, tx, officer, legalBasisId))
    await expect(recorded({}, await tokenOf(null))).rejects.toMatchObject({
      code: 'sensitive.author_is_nobody',
    })
  })

  test('a legal basis of another category, or a column that is not sensitive, is refused', async () => {
    const faith = await inForce({ category: 'religion', basis: 'non_profit_body' })
    const importId = await here.received(fileOf(['0639980202', '0639980203'], three))
    await expect(here.run(importId, mapping(faith))).rejects.toMatchObject({
      code: 'sensitive.legal_basis_unusable',
    })
    const health = await inForce()
    const asNumber = mapping(health, { sensitive: [{ index: 0, legalBasisId: health }] })
    await expect(here.run(importId, asNumber)).rejects.toMatchObject({
      code: 'intake.mapping_column_not_sensitive',
    })
  })
})

describe('on a legal basis in force', () => {
  test('the column goes in: sealed apart, shown by a look that is recorded, a list of one entity', async () => {
    const legalBasisId = await inForce()
    const { view, numbers, importId } = await imported(211, legalBasisId)
    expect(view.counts).toMatchObject({ imported: 3, sensitiveKept: 3, sensitiveLeft: 0 })
    expect(view.droppedColumns).toEqual([])
    const list = await within((tx) =>
      here.contacts.list(tx, here.fixture.accountId, view.listId as never),
    )
    expect(list?.controllerId).toBe(controllerId)
    expect(await look(numbers[0] ?? '')).toEqual(['Diagnostic: diabète'])
    const contact = await here.find(numbers[0] ?? '')
    const held = await within((tx) =>
      here.contacts.holder.exportSubject(tx, here.fixture.accountId, contact?.subjectId as never),
    )
    expect(JSON.stringify(held)).not.toContain('diab')
    const entries = await within((tx) =>
      deps.audit.list(tx, here.fixture.accountId, { before: null, limit: 50 }),
    )
    const deeds = entries.map(({ action }) => action)
    expect(deeds).toContain('sensitive.values_shown')
    expect(entries.find(({ action }) => action === 'intake.special_column_let_in')).toMatchObject({
      details: { import: importId, columns: '2: health', legalBasis: legalBasisId },
    })
    for (const { sealed } of await rows('legal_basis_id', legalBasisId)) {
      expect(sealed.includes('diab') || sealed.includes('Diagnostic')).toBe(false)
    }
  })

  test('a later file takes the place of the value before, and one person’s go when asked', async () => {
    const legalBasisId = await inForce()
    const { numbers } = await imported(221, legalBasisId)
    await here.fixture.clock.advance(1_000)
    const again = await here.received(fileOf(['0639980221', '0639980229'], ['migraine', 'asthme']))
    await here.run(again, mapping(legalBasisId, { listName: 'Suivi 2' }))
    expect(await look(numbers[0] ?? '')).toEqual(['Diagnostic: migraine'])
    const contactId = await contactOf(numbers[0] ?? '')
    const gone = await within((tx) =>
      eraseValues(deps, tx, officer, { contactId, reason: 'la personne le demande' }),
    )
    expect([gone, await look(numbers[0] ?? '')]).toEqual([1, []])
    expect(await look(numbers[1] ?? '')).toEqual(['Diagnostic: asthme'])
  })
})

describe('a value opens in its own place alone', () => {
  test('what one file said does not open in the place of another file’s', async () => {
    const legalBasisId = await inForce()
    const { numbers, importId } = await imported(321, legalBasisId)
    await here.fixture.clock.advance(1_000)
    const later = await here.received(fileOf(['0639980321', '0639980329'], ['migraine', 'asthme']))
    await here.run(later, mapping(legalBasisId, { listName: 'Corrigé' }))
    const contact = await here.find(numbers[0] ?? '')
    await here.fixture.test.asSuperuser((client) =>
      client.query(
        `update sensitive.value later set sealed = earlier.sealed from sensitive.value earlier
         where later.import_id = $1 and earlier.import_id = $2
           and later.subject_id = $3 and earlier.subject_id = $3`,
        [later, importId, contact?.subjectId],
      ),
    )
    await expect(look(numbers[0] ?? '')).rejects.toMatchObject({
      code: 'vault.sealed_value_damaged',
    })
  })

  test('one that was sealed before its place named the import is still read', async () => {
    const legalBasisId = await inForce()
    const { numbers } = await imported(331, legalBasisId)
    const { accountId, test: db } = here.fixture
    const contact = await here.find(numbers[0] ?? '')
    const subjectId = contact?.subjectId as SubjectId
    const found = await within((tx) =>
      tx.query<{ tag: Buffer; key: SubjectId }>(
        `select column_tag as tag, key_subject_id as key from sensitive.value
         join sensitive.legal_basis using (account_id, legal_basis_id) where subject_id = $1`,
        [subjectId],
      ),
    )
    const { tag, key } = found.rows[0] as { tag: Buffer; key: SubjectId }
    const opened = await within((tx) => deps.vault.openSubjects(tx, accountId, [subjectId, key]))
    const keys = { person: opened.get(subjectId), legalBasis: opened.get(key) }
    const place = {
      table: 'sensitive.value',
      column: 'sealed',
      rowId: `${subjectId}/${legalBasisId}/${tag.toString('hex')}`,
    }
    const plain = Buffer.from(JSON.stringify({ label: 'Diagnostic', value: 'goutte' }))
    const sealed = deps.vault.sealSensitive(keys as never, accountId, place, plain)
    await db.asSuperuser((client) =>
      client.query('update sensitive.value set sealed = $1 where subject_id = $2', [
        sealed,
        subjectId,
      ]),
    )
    expect(await look(numbers[0] ?? '')).toEqual(['Diagnostic: goutte'])
  })
})

test('two columns under one header are two columns, and both values are kept and counted', async () => {
  const legalBasisId = await inForce()
  const text = [
    'Mobile;Allergie;Allergie',
    '0639980311;arachide;lactose',
    '0639980312;pollen;',
    '0639980313;gluten;latex',
    '',
  ].join('\n')
  const importId = await here.received(text)
  const both = [1, 2].map((index) => ({ index, legalBasisId }))
  const view = await here.run(importId, mapping(legalBasisId, { sensitive: both }))
  expect(view.counts).toMatchObject({ imported: 3, sensitiveKept: 5, sensitiveLeft: 0 })
  const shown = await look('+33639980311')
  expect(shown.sort()).toEqual(['Allergie (2): lactose', 'Allergie: arachide'])
  expect(await look('+33639980312')).toEqual(['Allergie: pollen'])
})

describe('what was kept goes', () => {
  test('with the end of the legal basis: unreadable at once, its rows after', async () => {
    const legalBasisId = await inForce()
    const { numbers, importId } = await imported(231, legalBasisId)
    const keys = await within((tx) =>
      tx.query<{ key: string }>(
        'select key_subject_id as key from sensitive.legal_basis where legal_basis_id = $1',
        [legalBasisId],
      ),
    )
    await end(legalBasisId)
    expect(await look(numbers[0] ?? '')).toEqual([])
    const key = keys.rows[0]?.key
    const opened = await within((tx) =>
      deps.vault.openSubjects(tx, here.fixture.accountId, [key as never]),
    )
    expect(opened.size).toBe(0)
    expect((await rows('legal_basis_id', legalBasisId)).length).toBe(3)
    await eraseRows(legalBasisId)
    expect(await rows('legal_basis_id', legalBasisId)).toEqual([])
    expect((await here.view(importId)).counts?.sensitiveKept).toBe(3)
    const next = await here.received(fileOf(['0639980239', '0639980238'], three))
    await expect(here.run(next, mapping(legalBasisId))).rejects.toMatchObject({
      code: 'sensitive.legal_basis_unusable',
    })
  })

  test('a legal basis that ends between the mapping and the rows lets none of them in', async () => {
    const legalBasisId = await inForce()
    const importId: ImportId = await here.received(fileOf(['0639980241', '0639980242'], three))
    const { caller } = here.fixture
    await confirmMapping(here.deps, caller, {
      importId,
      mapping: mappingRequest.parse(mapping(legalBasisId)),
    })
    await end(legalBasisId)
    await runImport(here.deps, caller, importId)
    const { counts } = await here.view(importId)
    expect(counts).toMatchObject({ imported: 2, sensitiveKept: 0, sensitiveLeft: 2 })
    expect(counts?.sensitiveLeftBy[0]?.reason).toBe('legal_basis_ended')
    expect(await rows('legal_basis_id', legalBasisId)).toEqual([])
  })

  test('on its last day, by itself; and a value after its days though the legal basis goes on', async () => {
    const short = await inForce({ endsAt: new Date(deps.clock.now() + 5 * dayMs).toISOString() })
    const lasting = await inForce({ keepDays: 3 })
    const first = await imported(251, short)
    const second = await imported(261, lasting)
    await here.fixture.clock.advance(4 * dayMs)
    await sweepAccount(deps, here.fixture.caller)
    expect(await look(first.numbers[0] ?? '')).toEqual(['Diagnostic: diabète'])
    expect(await rows('legal_basis_id', lasting)).toEqual([])
    expect(await look(second.numbers[0] ?? '')).toEqual([])
    await here.fixture.clock.advance(2 * dayMs)
    expect(await look(first.numbers[0] ?? '')).toEqual([])
    await sweepAccount(deps, here.fixture.caller)
    expect(asked.at(-1)).toMatchObject({ input: { legalBasisId: short } })
    await eraseRows(short)
    expect(await rows('legal_basis_id', short)).toEqual([])
  })

  test('with the import that brought it, also from contacts that stay', async () => {
    const legalBasisId = await inForce()
    const { importId } = await imported(271, legalBasisId)
    const { caller } = here.fixture
    const before = await here.received(fileOf(['0639980271', '0639980279'], three))
    await here.run(before, mapping(legalBasisId, { sensitive: [], listName: 'Sans' }))
    await askUndo(here.deps, caller, importId)
    await undoImport(here.deps, caller, importId)
    expect(await rows('import_id', importId)).toEqual([])
    expect(await here.find('+33639980271')).not.toBeNull()
  })

  test('and what an earlier file said of them stands again', async () => {
    const legalBasisId = await inForce()
    const { numbers, importId } = await imported(301, legalBasisId)
    await here.fixture.clock.advance(1_000)
    const later = await here.received(fileOf(['0639980301', '0639980309'], ['migraine', 'asthme']))
    await here.run(later, mapping(legalBasisId, { listName: 'Plus tard' }))
    expect(await look(numbers[0] ?? '')).toEqual(['Diagnostic: migraine'])
    const contact = await here.find(numbers[0] ?? '')
    const told = await within((tx) =>
      sensitiveHolder(deps).exportSubject(
        tx,
        here.fixture.accountId,
        contact?.subjectId as SubjectId,
      ),
    )
    expect(JSON.stringify(told)).toMatch(/diabète.*migraine/)
    const { caller } = here.fixture
    await askUndo(here.deps, caller, later)
    await undoImport(here.deps, caller, later)
    expect(await look(numbers[0] ?? '')).toEqual(['Diagnostic: diabète'])
    expect((await rows('import_id', importId)).length).toBe(3)
  })

  test('with the contact, whoever deletes it', async () => {
    const legalBasisId = await inForce()
    const { numbers } = await imported(281, legalBasisId)
    const contact = await here.find(numbers[0] ?? '')
    if (contact === null) throw new Error('the contact is there')
    await within((tx) =>
      here.contacts.deleteMany(tx, here.fixture.caller, {
        contacts: [contact],
        why: 'contact_deleted',
      }),
    )
    expect((await rows('legal_basis_id', legalBasisId)).length).toBe(2)
  })
})

describe('explicit consent', () => {
  const shownText =
    'J’accepte que la boutique Lumen garde mes données de santé et m’écrive par SMS.'

  test('is of each person, and lasts as long as they hold to it', async () => {
    const wording = await here.fixture.publish({ shownText, controllerId })
    const { wordingId } = wording
    const legalBasisId = await inForce({ basis: 'explicit_consent', wordingId })
    const text = [
      'Mobile;Diagnostic;Optin SMS;Date',
      '0639980291;diabète;oui;2026-03-01',
      '0639980292;asthme;non;2026-03-01',
      '0639980293;cancer;oui;2026-03-02',
      '',
    ].join('\n')
    const importId = await here.received(text)
    const view = await here.run(importId, {
      ...mapping(legalBasisId),
      columns: [
        { index: 0, field: 'number' },
        { index: 2, field: 'consent_given' },
        { index: 3, field: 'consent_date' },
      ],
      consent: { wordingId, source: 'formulaire du cabinet' },
    })
    expect(view.counts).toMatchObject({ imported: 3, sensitiveKept: 2, sensitiveLeft: 1 })
    expect(view.counts?.sensitiveLeftBy[0]?.reason).toBe('no_consent_on_wording')
    expect(await look('+33639980291')).toEqual(['Diagnostic: diabète'])
    expect(await look('+33639980292')).toEqual([])

    const contact = await here.find('+33639980291')
    if (contact === null) throw new Error('the contact is there')
    await within(async (tx) => {
      const { accountId, consent, vault, caller } = here.fixture
      const keys = (await vault.openSubjects(tx, accountId, [contact.subjectId])).get(
        contact.subjectId,
      )
      if (keys === undefined) throw new Error('the keys are there')
      await consent.withdrawConsent(tx, caller, {
        keys,
        tag: vault.suppressionTag(accountId, '+33639980291' as E164),
        controllerId,
        channel: 'sms',
        purpose: 'offers',
        reason: 'la personne',
        at: deps.clock.now(),
      })
    })
    // At once for whoever looks, and within the hour in the table.
    expect(await look('+33639980291')).toEqual([])
    expect((await rows('legal_basis_id', legalBasisId)).length).toBe(2)
    await sweepAccount(deps, here.fixture.caller)
    expect((await rows('legal_basis_id', legalBasisId)).length).toBe(1)
    expect(await look('+33639980293')).toEqual(['Diagnostic: cancer'])
  })
})
