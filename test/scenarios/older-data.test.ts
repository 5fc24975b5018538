// An installation of an earlier version is brought along by its migrations, facts and all.
import { describe, expect, test } from 'vitest'
import { before } from '../support/older-installation.ts'

type Older = Awaited<ReturnType<typeof before>>

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const account = id(1)
const shop = id(2)
const club = id(3)
let entries = 100

async function entry(older: Older, kind: string, subject: string, recordedAt: string) {
  entries += 1
  await older.query(
    `with told as (
       insert into consent.entry (account_id, entry_id, kind, purpose, channel, commitment,
         recorded_at) values ($1, $2, $3, 'offers', 'sms', '', $4))
     insert into consent.entry_body (account_id, entry_id, subject_id, body_sealed)
     values ($1, $2, $5, '')`,
    [account, id(entries), kind, recordedAt, subject],
  )
  return id(entries)
}

type State = { of: string; entryId: string; since: string; until: string; state?: string }
const state = (older: Older, subject: string, held: State) =>
  older.query(
    `insert into consent.state (account_id, subject_id, controller_id, channel, purpose, state,
       since, valid_until, grade_rank, entry_id)
     values ($1, $2, $3, 'sms', 'offers', $4, $5, $6, 1, $7)`,
    [account, subject, held.of, held.state ?? 'given', held.since, held.until, held.entryId],
  )

const contact = (older: Older, subject: string) =>
  older.query(
    `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
       territory, zone, marketing_state, fields_held, created_at, updated_at)
     values ($1, $2, $2, decode(md5($3), 'hex'), '', 'FR', 'FR', 'Europe/Paris', 'open', '{}',
       now(), now())`,
    [account, subject, subject],
  )

test('an asking from before counts for each entity of the account: nobody is asked twice', async () => {
  const older = await before('consent_asked_by_entity')
  const [asked, other] = [id(11), id(12)]
  for (const one of [asked, other]) await contact(older, one)
  const times = { since: '2025-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
  for (const of of [shop, club]) {
    const given = await entry(older, 'consent.given', asked, times.since)
    await state(older, asked, { ...times, of, entryId: given })
  }
  const given = await entry(older, 'consent.given', other, times.since)
  await state(older, other, { ...times, of: shop, entryId: given })
  await entry(older, 'consent.requested', asked, '2026-11-01T00:00:00Z')
  await older.bring()
  const rows = await older.query(
    `select subject_id as subject, asked_at::date::text as "askedAt" from consent.state
     order by subject_id, controller_id`,
    [],
  )
  expect(rows).toEqual([
    { subject: asked, askedAt: '2026-11-01' },
    { subject: asked, askedAt: '2026-11-01' },
    { subject: other, askedAt: null },
  ])
})

test('sensitive values that no import names are brought along, and stay whose they are', async () => {
  const older = await before('sensitive_import_of_older_values')
  const [member, ground, file] = [id(31), id(32), id(33)]
  await contact(older, member)
  await older.query(
    `insert into sensitive.ground (account_id, ground_id, key_subject_id, controller_id, category,
       basis, words_sealed, keep_days, ends_at, state, recorded_by, recorded_at)
     values ($1, $2, $2, $3, 'health', 'explicit_consent', '', 30, now(), 'proposed', 'x', now())`,
    [account, ground, club],
  )
  for (const [tag, importId] of [
    ['a', null],
    ['b', file],
  ]) {
    await older.query(
      `insert into sensitive.value (account_id, subject_id, ground_id, column_tag, sealed, import_id,
         stored_at, keep_until)
       values ($1, $2, $3, decode(md5($4), 'hex'), convert_to($4, 'UTF8'), $5, now(), now())`,
      [account, member, ground, tag, importId],
    )
  }
  await older.bring()
  const rows = await older.query(
    `select convert_from(sealed, 'UTF8') as sealed, import_id as "importId"
     from sensitive.value order by 1`,
    [],
  )
  // The ground stands for the file that nobody wrote down.
  expect(rows).toEqual([
    { sealed: 'a', importId: ground },
    { sealed: 'b', importId: file },
  ])
  const [table] = await older.query<{ forced: boolean }>(
    `select relforcerowsecurity as forced from pg_class where oid = 'sensitive.value'::regclass`,
    [],
  )
  expect(table).toEqual({ forced: true })
})

describe('the proofs of people whose contact was deleted before proofs had a day', () => {
  type Held = { subject: string; until: string; inFiveYears: string; isDue: boolean }
  const holds = (older: Older) =>
    older.query<Held>(
      `select subject_id as subject, hold_until::date::text as until,
         (held_since + interval '60 months')::date::text as "inFiveYears",
         hold_until <= held_since as "isDue"
       from consent.proof_hold order by subject_id`,
      [],
    )
  const person = async (older: Older, subject: string, held: Omit<State, 'of' | 'entryId'>) => {
    const entryId = await entry(older, 'consent.given', subject, held.since)
    await state(older, subject, { ...held, of: shop, entryId })
  }
  const [stays, ranOut, withdrew] = [id(21), id(22), id(23)]
  const [lasting, objector] = [id(24), id(25)]

  async function people(): Promise<Older> {
    const older = await before('consent_holds_of_people_gone_before')
    await person(older, stays, { since: '2024-01-01', until: '2025-01-01' })
    await contact(older, stays)
    await person(older, ranOut, { since: '2023-01-15', until: '2025-01-15' })
    const withdrawn = { since: '2025-06-30', until: '2026-01-01', state: 'withdrawn' }
    await person(older, withdrew, withdrawn)
    await person(older, lasting, { since: '2025-01-01', until: '9999-01-01' })
    await entry(older, 'objection', objector, '2025-02-01')
    return older
  }

  test('each has the day of the rule, counted from its end; who proves nothing is due at once', async () => {
    const older = await people()
    await older.bring()
    const found = await holds(older)
    expect(found.map(({ subject }) => subject)).toEqual([ranOut, withdrew, lasting, objector])
    // What had not ended as the contact went, a day that nobody wrote down, ends today.
    const fromToday = found[0]?.inFiveYears
    expect(found.slice(0, 3).map(({ until }) => until)).toEqual([
      '2030-01-15',
      '2030-06-30',
      fromToday,
    ])
    expect(found.map(({ isDue }) => isDue)).toEqual([false, false, false, true])
    const left = await older.query<{ id: string }>('select subject_id as id from consent.state', [])
    expect(left).toEqual([{ id: stays }])
  })

  test('the account’s own months count, and a second start changes nothing', async () => {
    const older = await people()
    await older.query(
      `insert into consent.policy (account_id, minimum_rank, valid_months, proof_months)
       values ($1, 1, 24, 12)`,
      [account],
    )
    await older.bring()
    const found = await holds(older)
    expect(found[0]).toMatchObject({ subject: ranOut, until: '2026-01-15', isDue: true })
    expect(await older.bring()).toEqual([])
    expect(await holds(older)).toEqual(found)
  })
})

test('a no of an earlier file is remembered from its day, of whom nothing has changed since', async () => {
  const older = await before('consent_file_refusal')
  const [refused, open] = [id(71), id(72)]
  for (const one of [refused, open]) await contact(older, one)
  await older.query(
    `update contacts.contact set marketing_state = 'quarantine',
       quarantine_reason = 'consent_not_given', import_id = $2, updated_at = '2026-06-01T09:00:00Z'
     where subject_id = $1`,
    [refused, id(73)],
  )
  await older.bring()
  const rows = await older.query(
    `select subject_id as subject, import_id as import, until at time zone 'UTC' = '2026-06-01T09:00' as "isOfDay"
     from consent.file_refusal`,
    [],
  )
  expect(rows).toEqual([{ subject: refused, import: id(73), isOfDay: true }])
})

test('a link or a code that staff could have read opens nothing any more', async () => {
  const older = await before('preferences_links_begin_anew')
  await older.query(
    `insert into preferences.page_link (account_id, link_tag, contact_id, subject_id, made_at,
       expires_at)
     values ($1, decode(md5('link'), 'hex'), $2, $3, now(), now() + interval '30 days')`,
    [account, id(81), id(82)],
  )
  await older.bring()
  expect(await older.query('select link_tag from preferences.page_link', [])).toEqual([])
})

test('a policy that an archive set to a mere claim asks for proof again', async () => {
  const older = await before('consent_policy_asks_for_proof')
  await older.query(
    `insert into consent.policy (account_id, minimum_rank, valid_months, proof_months)
     values ($1, 0, 12, 60), ($2, 30, 12, 60)`,
    [account, id(91)],
  )
  await older.bring()
  const rows = await older.query(
    'select minimum_rank as rank from consent.policy order by minimum_rank',
    [],
  )
  expect(rows).toEqual([{ rank: 10 }, { rank: 30 }])
})

test('refusals that stood under no reason get theirs, and add up', async () => {
  const older = await before('sending_refusals_add_up')
  const [off, right] = [id(41), id(42)]
  const tally = (campaign: string, counter: string, value: number) =>
    older.query('insert into sending.tally values ($1, $2, $3, $4)', [
      account,
      campaign,
      counter,
      value,
    ])
  await tally(off, 'refused', 3)
  await tally(off, 'left_out.no_consent', 1)
  await tally(right, 'refused', 1)
  await tally(right, 'left_out.no_consent', 1)
  const ended = [
    [off, 'no_consent'],
    [off, 'consent_withdrawn'],
    [off, 'consent_withdrawn'],
    [right, 'no_consent'],
  ] as const
  for (const [index, [campaign, reason]] of ended.entries()) {
    await older.query(
      `insert into sending.outcome (account_id, message_id, state, reason, campaign_id, at)
       values ($1, $2, 'refused', $3, $4, now())`,
      [account, id(50 + index), reason, campaign],
    )
  }
  await older.bring()
  const rows = await older.query<{ of: string; counter: string; value: string }>(
    `select campaign_id as of, counter, value::int as value from sending.tally
     where starts_with(counter, 'left_out.') order by 1, 2`,
    [],
  )
  expect(rows).toEqual([
    { of: off, counter: 'left_out.consent_withdrawn', value: 2 },
    { of: off, counter: 'left_out.no_consent', value: 1 },
    { of: right, counter: 'left_out.no_consent', value: 1 },
  ])
})

test('a bar that was to end once an account could have left bars on', async () => {
  const older = await before('governance_bars_stay')
  const [ending, ended] = [id(61), id(62)]
  await older.query(
    `insert into governance.supplier (supplier_id, name, country, created_at)
     values ($1, 'Exemple', 'FR', now())`,
    [id(60)],
  )
  for (const change of [ending, ended]) {
    await older.query(
      `insert into governance.subprocessor_change
         (change_id, supplier_id, kind, effective_at, announced_at)
       values ($1, $2, 'added', '2026-10-01T00:00:00Z', '2026-08-01T00:00:00Z')`,
      [change, id(60)],
    )
    await older.query(
      `insert into governance.objection
         (account_id, change_id, reason_sealed, objected_by, objected_at)
       values ($1, $2, 's', 'user', '2026-08-02T00:00:00Z')`,
      [account, change],
    )
    await older.query(
      `insert into governance.objection_answer (account_id, change_id, number, outcome, until,
         reason_sealed, answered_by, answered_at)
       values ($1, $2, 1, 'may_end', '2026-12-01T00:00:00Z', 's', 'user',
         '2026-10-05T00:00:00Z')`,
      [account, change],
    )
  }
  await older.query(
    `insert into governance.supplier_bar (account_id, supplier_id, change_id, from_at, until_at)
     values ($1, $2, $3, '2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z')`,
    [account, id(60), ending],
  )
  await older.bring()
  const bars = await older.query<{ change_id: string; day: string }>(
    `select change_id, to_char(from_at at time zone 'UTC', 'YYYY-MM-DD') as day
     from governance.supplier_bar order by change_id`,
    [],
  )
  expect(bars).toEqual([
    { change_id: ending, day: '2026-10-01' },
    { change_id: ended, day: '2026-10-05' },
  ])
})

describe('people who were invited before invitations waited for an answer', () => {
  const [owner, invited] = [id(71), id(72)]
  const [first, second] = [id(73), id(74)]
  const bytes = (text: string) => Buffer.from(text.padEnd(32, '.'))

  async function withAccounts(migration: string): Promise<Older> {
    const older = await before(migration)
    for (const [accountId, number] of [
      [first, 2001],
      [second, 2002],
    ]) {
      await older.query(
        `insert into accounts.account (account_id, number, name, kind, country, zone, language,
           created_at) values ($1, $2, 'Tilleuls', 'live', 'FR', 'Europe/Paris', 'fr', now())`,
        [accountId, number],
      )
    }
    return older
  }
  const user = (older: Older, userId: string, password: string | null) =>
    older.query(
      `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, password_hash,
         language, created_at) values ($1, $2, 'e', 'n', $3, 'fr', now())`,
      [userId, bytes(userId), password],
    )
  const member = (older: Older, accountId: string, userId: string, since: string) =>
    older.query(
      `insert into accounts.membership (account_id, user_id, role, created_at)
       values ($1, $2, 'viewer', $3)`,
      [accountId, userId, since],
    )

  test('wait for one, with the code that the first account gave; others give a new one', async () => {
    const older = await withAccounts('accounts_invitations')
    await user(older, owner, 'hash')
    await user(older, invited, null)
    await member(older, first, owner, '2026-01-01T00:00:00Z')
    await member(older, second, invited, '2026-11-21T00:00:00Z')
    await member(older, first, invited, '2026-11-20T00:00:00Z')
    const end = '2026-11-27T00:00:00Z'
    await older.query(
      `insert into accounts.code (code_hash, purpose, user_id, created_at, expires_at)
       values ($1, 'invitation', $2, '2026-11-20T00:00:00Z', $3)`,
      [bytes('code'), invited, end],
    )
    await older.bring()
    const members = await older.query<{ user_id: string }>('select * from accounts.membership', [])
    expect(members.map(({ user_id }) => user_id)).toEqual([owner])
    type Waiting = { account_id: string; code_hash: Buffer; expires_at: Date; role: string }
    const waiting = await older.query<Waiting>(
      'select * from accounts.invitation where invitation_id = $1 order by account_id',
      [invited],
    )
    expect(waiting.map(({ account_id, role }) => [account_id, role])).toEqual([
      [first, 'viewer'],
      [second, 'viewer'],
    ])
    expect(waiting.map(({ code_hash }) => code_hash.equals(bytes('code')))).toEqual([true, false])
    expect(waiting.map(({ expires_at }) => new Date(expires_at).toISOString())).toEqual([
      '2026-11-27T00:00:00.000Z',
      '2026-11-21T00:00:00.000Z',
    ])
    expect(await older.query('select from accounts.user', [])).toHaveLength(1)
    const forced = await older.query<{ forced: boolean }>(
      `select bool_and(relforcerowsecurity) as forced from pg_class
       where oid in ('accounts.membership'::regclass, 'accounts.invitation'::regclass,
         'accounts.token'::regclass)`,
      [],
    )
    expect(forced).toEqual([{ forced: true }])
  })

  test('tokens that a revoked token had made end with it, and the others keep no end', async () => {
    const older = await withAccounts('accounts_token_terms')
    const tokens = { root: id(81), child: id(82), grandchild: id(83), other: id(84) }
    for (const [name, tokenId] of Object.entries(tokens)) {
      await older.query(
        `insert into accounts.token (account_id, token_id, name, token_hash, rights, created_at,
           revoked_at) values ($1, $2, $3, $4, '{}', now(), $5)`,
        [first, tokenId, name, bytes(name), name === 'root' ? '2026-11-01T00:00:00Z' : null],
      )
    }
    const told = (made: string, maker: string, kind: string) =>
      older.query(
        `insert into audit.entry (account_id, id, at, actor_kind, actor, action, details, trace_id)
         values ($1, gen_random_uuid(), now(), $4, $3, 'accounts.token_created',
           jsonb_build_object('token', $2::text), '')`,
        [first, made, maker, kind],
      )
    await told(tokens.child, tokens.root, 'token')
    await told(tokens.grandchild, tokens.child, 'token')
    await told(tokens.other, owner, 'user')
    await older.bring()
    type Row = { name: string; made_by: string | null; revoked: boolean; expires_at: Date | null }
    const rows = await older.query<Row>(
      `select name, made_by, revoked_at is not null as revoked, expires_at
       from accounts.token order by token_id`,
      [],
    )
    expect(rows).toEqual([
      { name: 'root', made_by: null, revoked: true, expires_at: null },
      { name: 'child', made_by: tokens.root, revoked: true, expires_at: null },
      { name: 'grandchild', made_by: tokens.child, revoked: true, expires_at: null },
      { name: 'other', made_by: null, revoked: false, expires_at: null },
    ])
  })
})

test('what had other names keeps its rows, and what was counted by them is counted on', async () => {
  const older = await before('consent_legal_basis')
  const [person, basis, file, route] = [id(41), id(42), id(43), id(44)]
  await older.query(
    `insert into consent.ground_switch (account_id, ground, decided_at)
     values ($1, 'soft_opt_in', now())`,
    [account],
  )
  await older.query(
    `insert into consent.other_ground (account_id, subject_id, controller_id, purpose, ground,
       since, valid_until, wording_id, entry_id)
     values ($1, $2, $3, 'offers', 'soft_opt_in', now(), now(), $2, $2)`,
    [account, person, shop],
  )
  await older.query(
    `insert into consent.reconciliation (account_id, began_at, ended_at, people, entries,
       differences)
     values ($1, now(), now(), 2, 3, '{"ground_beyond_ledger": 1, "ledger_behind": 2}')`,
    [account],
  )
  await older.query(
    `insert into contacts.keeping (account_id, months, told_at, erases_from)
     values ($1, 12, now(), now())`,
    [account],
  )
  await older.query(
    `insert into sending.text_keeping (account_id, days, told_at, erases_from)
     values ($1, 30, now(), now())`,
    [account],
  )
  await older.query(
    `insert into sending.stray_receipt (id, route_id, operator_id, outcome, received_at)
     values ($1, $2, 'x1', 'delivered', now())`,
    [person, route],
  )
  await older.query(
    `insert into sensitive.ground (account_id, ground_id, key_subject_id, controller_id, category,
       basis, words_sealed, keep_days, ends_at, state, recorded_by, recorded_at)
     values ($1, $2, $2, $3, 'health', 'explicit_consent', '', 30, now(), 'proposed', 'x', now())`,
    [account, basis, club],
  )
  await older.query(
    `insert into intake.import_count (account_id, import_id, kind, reason, rows)
     values ($1, $2, 'sensitive_left', 'ground_ended', 7)`,
    [account, file],
  )
  await older.bring()
  const [now] = await older.query(
    `select (select legal_basis from consent.legal_basis_switch) as switched,
       (select legal_basis from consent.other_legal_basis) as held,
       (select differences from consent.reconciliation) as differences,
       (select months from contacts.retention) as months,
       (select days from sending.text_retention) as days,
       (select operator_id from sending.unmatched_receipt) as unmatched,
       (select legal_basis_id from sensitive.legal_basis) as basis,
       (select reason from intake.import_count) as "leftFor"`,
    [],
  )
  expect(now).toEqual({
    ...{ switched: 'soft_opt_in', held: 'soft_opt_in', months: 12, days: 30, unmatched: 'x1' },
    ...{ basis, leftFor: 'legal_basis_ended' },
    differences: { legal_basis_beyond_ledger: 1, ledger_behind: 2 },
  })
  const open = await older.query(
    `select relname from pg_class where oid in ('consent.reconciliation'::regclass,
       'intake.import_count'::regclass) and not relforcerowsecurity`,
    [],
  )
  expect(open).toEqual([])
})

test('replies from before are conversations, and counted by the hour', async () => {
  const older = await before('sending_hour_tally')
  const [waits, stopped, nobody] = [id(41), id(42), id(43)]
  for (const [reply, subject, known, kind] of [
    [id(51), waits, waits, 'other'],
    [id(52), waits, waits, 'doubtful'],
    [id(53), stopped, stopped, 'stop'],
    [id(54), nobody, null, 'other'],
  ]) {
    await older.query(
      `insert into sending.inbound (account_id, id, route_id, contact_id, subject_id, number_tag,
         kind, needs_review, received_at)
       values ($1, $2, $1, $3, $4, '', $5, $5 = 'doubtful', '2026-11-20T10:30:00Z')`,
      [account, reply, known, subject, kind],
    )
  }
  await older.bring()
  const conversations = await older.query(
    `select subject_id as of, undecided, done_at is not null as done from sending.conversation
     order by subject_id`,
    [],
  )
  expect(conversations).toEqual([
    { of: waits, undecided: true, done: false },
    { of: stopped, undecided: false, done: true },
  ])
  const hours = await older.query(
    'select hour, replies::int, stops::int from sending.hour_tally',
    [],
  )
  expect(hours).toEqual([{ hour: Date.parse('2026-11-20T10:00:00Z'), replies: 4, stops: 1 }])
})

test('a token that could send may still try texts, and no other one may', async () => {
  const older = await before('accounts_right_to_try')
  await older.query(
    `insert into accounts.account (account_id, number, name, kind, country, zone, language,
       created_at) values ($1, 7, 'Tilleuls', 'live', 'FR', 'Europe/Paris', 'fr', now())`,
    [account],
  )
  const tokens: readonly (readonly [string, readonly string[]])[] = [
    [id(61), ['messages.read', 'messages.send']],
    [id(62), ['campaigns.prepare']],
  ]
  for (const [token, rights] of tokens) {
    await older.query(
      `insert into accounts.token (account_id, token_id, name, token_hash, rights, created_at)
       values ($1, $2, 'site', $4, $3, now())`,
      [account, token, rights, Buffer.from(token)],
    )
  }
  await older.bring()
  expect(await older.query('select rights from accounts.token order by token_id', [])).toEqual([
    { rights: ['messages.read', 'messages.send', 'texts.try'] },
    { rights: ['campaigns.prepare', 'campaigns.read'] },
  ])
})

test('whoever is logged in goes on, with a second factor or without one', async () => {
  const older = await before('accounts_session_with_factor')
  const [withFactor, without, waiting] = [id(51), id(52), id(53)]
  await older.query(
    `insert into accounts.account (account_id, number, name, kind, country, zone, language, created_at)
     values ($1, 1, 'Les Tilleuls', 'live', 'FR', 'Europe/Paris', 'fr', now())`,
    [account],
  )
  for (const user of [withFactor, without, waiting]) {
    await older.query(
      `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, language, created_at)
       values ($1, $2, '', '', 'fr', now())`,
      [user, Buffer.from(user)],
    )
    await older.query(
      `insert into accounts.session
         (session_hash, user_id, account_id, created_at, last_seen_at, expires_at)
       values ($2, $1, $3, now(), now(), now())`,
      [user, Buffer.from(user), account],
    )
  }
  for (const [user, confirmed] of [
    [withFactor, '2026-11-30T10:00:00Z'],
    [waiting, null],
  ]) {
    await older.query(
      `insert into accounts.factor
         (factor_id, user_id, kind, name_sealed, secret_sealed, created_at, confirmed_at)
       values ($1, $1, 'totp', '', '', now(), $2)`,
      [user, confirmed],
    )
  }
  await older.bring()
  const rows = await older.query(
    `select user_id as user, with_factor as "withFactor" from accounts.session order by user_id`,
    [],
  )
  expect(rows).toEqual([
    { user: withFactor, withFactor: true },
    { user: without, withFactor: false },
    { user: waiting, withFactor: false },
  ])
})

test('of messages that were deleted before, senders are told that terms and suppliers still name', async () => {
  const older = await before('sending_sender_carrier')
  const [supplier, used, waits, person] = [id(71), id(72), id(73), id(74)]
  const [refused, there, queued] = [id(75), id(76), id(77)]
  for (const [terms, sender, madeAt] of [
    [used, 'LUMEN', '2025-01-01T00:00:00Z'],
    [waits, 'JAMAIS', '2025-06-01T00:00:00Z'],
    [refused, 'REFUS', '2025-01-02T00:00:00Z'],
    [there, 'RESTE', '2025-01-03T00:00:00Z'],
    [queued, 'ATTEND', '2025-01-04T00:00:00Z'],
  ] as const) {
    await older.query(
      `insert into sending.terms (account_id, id, class, controller_id, route_id, supplier_id,
         sender, if_unsure, rule_pack, made_at)
       values ($1, $2, 'marketing', $3, $3, $4, $5, 'never_twice', 'x', $6)`,
      [account, terms, shop, supplier, sender, madeAt],
    )
  }
  await older.query(
    `insert into sending.person_carrier (account_id, subject_id, supplier_id, last_at)
     values ($1, $2, $3, '2025-02-01T00:00:00Z')`,
    [account, person, supplier],
  )
  const states = [
    [refused, 'refused'],
    [refused, 'cancelled'],
    [there, 'refused'],
    [there, 'delivered'],
    [queued, null],
  ] as const
  for (const [index, [terms, state]] of states.entries()) {
    const message = id(80 + index)
    await older.query(
      `insert into sending.message (account_id, id, terms_id, contact_id, subject_id, number_tag,
         is_marketing, country, territory, zone, encoding, parts, price_micro_eur, checks,
         accepted_at)
       values ($1, $2, $3, $4, $4, '', true, 'FR', 'FR', 'Europe/Paris', 'gsm7', 1, 0, '',
         '2025-02-01T00:00:00Z')`,
      [account, message, terms, person],
    )
    if (state === null) continue
    await older.query(
      `insert into sending.outcome (account_id, message_id, state, at)
       values ($1, $2, $3, '2025-02-01T00:00:00Z')`,
      [account, message, state],
    )
  }
  await older.bring()
  const rows = await older.query(
    `select sender, first_at::date::text as first, last_at::date::text as last
     from sending.sender_carrier order by sender`,
    [],
  )
  // Under terms that were made later nothing can have left by then. What was refused or called off
  // and is still there does not tell what was deleted; what left itself tells of its sender.
  expect(rows).toEqual([
    { sender: 'LUMEN', first: '2025-01-01', last: '2025-02-01' },
    { sender: 'REFUS', first: '2025-01-02', last: '2025-02-01' },
  ])
})

test('a telephone that a sandbox account needed no code for is not confirmed; one that had a code is', async () => {
  const older = await before('campaigns_test_numbers_without_code')
  for (const [last, confirmed] of [
    [31, '2026-11-01T00:00:00Z'],
    [32, '2026-11-01T00:05:00Z'],
  ] as const) {
    await older.query(
      `insert into campaigns.test_number (account_id, id, name, number_sealed, number_tag,
         tries_left, confirmed_at, added_at)
       values ($1, $2, 'Théo', '', decode(md5($3), 'hex'), 5, $4, '2026-11-01T00:00:00Z')`,
      [account, id(last), String(last), confirmed],
    )
  }
  await older.bring()
  const rows = await older.query(
    `select id, confirmed_at is not null as "isConfirmed" from campaigns.test_number order by id`,
    [],
  )
  expect(rows).toEqual([
    { id: id(31), isConfirmed: false },
    { id: id(32), isConfirmed: true },
  ])
})

test('a day that a pause left as being made ready is given up, and the one that is made goes on', async () => {
  const older = await before('campaigns_days_left_open')
  const sends = [
    [41, 'paused', null],
    [42, 'active', '2026-12-08'],
    [43, 'active', '2026-12-01'],
    [44, 'ended', null],
  ] as const
  for (const [last, state, next] of sends) {
    await older.query(
      `insert into campaigns.recurring (account_id, id, name, state, every, weekday, send_minute,
         list_id, class, basis, controller_id, sender, text_sealed, created_at, changed_at,
         next_day, next_at)
       values ($1, $2, 'Rappel', $3, 'week', 2, 600, $2, 'alert', 'contract', $2, 'LUMEN', '',
         now(), now(), $4::date, $4::date)`,
      [account, id(last), state, next],
    )
    await older.query(
      `insert into campaigns.occurrence (account_id, recurring_id, day, state, campaign_id,
         begun_at) values ($1, $2, '2026-12-01', 'made', $2, now())`,
      [account, id(last)],
    )
  }
  // Somebody had launched its draft by hand.
  await older.query(
    `insert into campaigns.campaign (account_id, id, name, state, list_id, class, basis,
       controller_id, sender, content_sealed, created_at, started_at)
     values ($1, $2, 'Rappel', 'running', $2, 'alert', 'contract', $2, 'LUMEN', '', now(), now())`,
    [account, id(44)],
  )
  await older.bring()
  const rows = await older.query(
    'select state, failure from campaigns.occurrence order by recurring_id',
    [],
  )
  const givenUp = { state: 'stopped', failure: 'campaigns.recurring_interrupted' }
  expect(rows).toEqual([
    givenUp,
    givenUp,
    { state: 'made', failure: null },
    { state: 'launched', failure: null },
  ])
})
