// The world in which attempts are made: a real database, both gates,
// people with numbers of fiction.
import type {
  EvidenceGrade,
  ObjectionReason,
  SuppressionScope,
  Wording,
  WordingDraft,
} from '../../src/consent/index.ts'
import type { ContactFields, ContactRow } from '../../src/contacts/index.ts'
import type {
  AccountId,
  Caller,
  ControllerId,
  E164,
  Instant,
  MessageId,
  Timers,
  WordingId,
} from '../../src/kernel/index.ts'
import { AppError } from '../../src/kernel/index.ts'
import { createSendMessage } from '../../src/sending/accept/send-message.ts'
import type { GateCheckName, MessageRequest } from '../../src/sending/contract.ts'
import { readTemplate } from '../../src/sending/contract-template.ts'
import { readChecks } from '../../src/sending/gate/gate.ts'
import { gateSlice } from '../../src/sending/gate/leave-gate.ts'
import type { SendOrder } from '../../src/sending/index.ts'
import { seeLeaseInAnyAccount, takeLeaseInAnyAccount } from '../../src/sending/store/lease-store.ts'
import { claimInAnyAccount } from '../../src/sending/store/queue-store.ts'
import type { SubjectKeys } from '../../src/vault/index.ts'
import { realTimers } from '../support/clock.ts'
import { draftOf } from '../support/consent-fixture.ts'
import { fictionNumber, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'

/** `allowed`, a refusal, `held: …`, or `error: …` where the door itself said no. */
export type Answered = { verdict: string; checks: readonly GateCheckName[] }

/** A Wednesday morning in Paris, and everywhere else where French is dialled in the day. */
const startIso = '2026-11-25T11:30:00Z'
export const dayMs = 86_400_000

/** What a user must have looked at, for it to count. */
const documents: ReadonlySet<EvidenceGrade> = new Set(['signed_paper', 'recorded_voice'])

export type Gated = { number: E164; keys: SubjectKeys }
export type Given = {
  consents?: boolean
  fields?: ContactFields
  row?: Partial<ContactRow>
  quarantine?: string
}
export type ConsentGiven = {
  controllerId?: ControllerId
  channel?: 'sms' | 'email' | 'mms' | 'rcs' | 'voice' | 'post'
  purpose?: string
  wordingId?: WordingId | null
  grade?: EvidenceGrade
  witness?: 'server' | 'document' | 'declared'
  givenAt?: Instant | null
  source?: string | null
}

export class World {
  readonly fixture: SendingFixture
  readonly #clock: { now: Instant }
  readonly #send: ReturnType<typeof createSendMessage>
  readonly #nodeId: string
  #people = 0
  #wordings = new Map<string, Wording>()

  constructor(fixture: SendingFixture, clock: { now: Instant }) {
    this.fixture = fixture
    this.#clock = clock
    this.#nodeId = fixture.makeId()
    const { ports } = fixture.sending
    this.#send = createSendMessage({
      ...fixture,
      ...ports,
      clock: fixture.timers,
      wake: () => undefined,
    })
  }

  // Time

  now(): Instant {
    return this.#clock.now
  }
  goTo(iso: string): void {
    this.#clock.now = Date.parse(iso)
  }
  tick(ms = 1): void {
    this.#clock.now += ms
  }
  /** Each attempt begins at the same hour, with nothing in the queue. */
  async reset(): Promise<void> {
    this.goTo(startIso)
    await this.fixture.test.asSuperuser((client) =>
      client.query('delete from sending.queue; delete from sending.bundle'),
    )
  }

  // People

  number(): E164 {
    this.#people += 1
    return fictionNumber(this.#people)
  }

  /** A contact in a list, open to marketing, with a proven consent unless it says otherwise. */
  async person(given: Given = {}, number: E164 = this.number()): Promise<Gated> {
    const { fixture } = this
    const [saved] = await fixture.database.inAccount(fixture.account.id, async (tx) => {
      const row: ContactRow = {
        number,
        fields: given.fields ?? { firstName: 'Zoé' },
        country: 'FR',
        territory: 'FR',
        zone: 'Europe/Paris',
        postcodeArea: null,
        marketingState: given.quarantine === undefined ? 'open' : 'quarantine',
        quarantineReason: given.quarantine ?? null,
        ...given.row,
      }
      const batch = { importId: null, listId: null, at: this.now(), rows: [row] }
      return (await fixture.contacts.bulkUpsert(tx, { accountId: fixture.account.id, ...batch }))
        .rows
    })
    if (saved === undefined) throw new Error('the contact was kept')
    const person = { number, keys: saved.keys }
    if (given.consents !== false) await this.agree(person)
    return person
  }

  /** Records a consent as the server itself saw it; the answer is `recorded` or the refusal. */
  async agree(person: Gated, given: ConsentGiven = {}): Promise<string> {
    const { fixture } = this
    const { channel = 'sms', grade = 'own_form', source = 'caisse' } = given
    const givenAt = given.givenAt === undefined ? this.now() - dayMs : given.givenAt
    const done = await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.recordConsent(tx, fixture.caller, {
        keys: person.keys,
        wordingId: given.wordingId === undefined ? fixture.wording.wordingId : given.wordingId,
        controllerId: given.controllerId ?? fixture.controller.id,
        channel,
        purpose: given.purpose ?? 'offers',
        witness: given.witness ?? (documents.has(grade) ? 'document' : 'server'),
        evidence: { grade, givenAt, source },
        tag: channel === 'sms' ? this.tag(person.number) : null,
      }),
    )
    return done.outcome === 'refused' ? done.refusal : done.outcome
  }

  /** As an import does: the contact is brought again, with its consent column. */
  async importAgain(
    number: E164,
    given: { grade?: EvidenceGrade; givenAt?: Instant } = {},
  ): Promise<Gated> {
    const person = await this.person({ consents: false }, number)
    const { fixture } = this
    await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.recordConsents(tx, fixture.caller, {
        controllerId: fixture.controller.id,
        channel: 'sms',
        purpose: 'offers',
        grade: given.grade ?? 'import_declared',
        rows: [
          {
            keys: person.keys,
            tag: this.tag(number),
            number,
            wordingId: fixture.wording.wordingId,
            givenAt: given.givenAt ?? this.now(),
            source: 'fichier',
          },
        ],
      }),
    )
    return person
  }

  tag(number: E164): Buffer {
    return this.fixture.vault.suppressionTag(this.fixture.account.id, number)
  }

  async withdraw(person: Gated, purpose = 'offers'): Promise<void> {
    const { fixture } = this
    await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.withdrawConsent(tx, fixture.caller, {
        keys: person.keys,
        tag: this.tag(person.number),
        controllerId: fixture.controller.id,
        channel: 'sms',
        purpose,
        at: this.now(),
        reason: 'au comptoir',
      }),
    )
  }

  async stop(
    person: { number: E164; keys: SubjectKeys | null },
    scope: SuppressionScope = 'marketing',
    reason: ObjectionReason = 'stop_reply',
  ): Promise<void> {
    const { fixture } = this
    await fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.recordStop(tx, fixture.caller, {
        tag: this.tag(person.number),
        keys: person.keys,
        scope,
        reason,
        origin: 'route',
        at: this.now(),
      }),
    )
  }

  /** Every room forgets the person, and both keys go. */
  async erase(person: Gated): Promise<void> {
    const { account, consent, contacts, database, sending, vault } = this.fixture
    const { subjectId } = person.keys
    await database.inAccount(account.id, async (tx) => {
      for (const { eraseSubjects } of [consent.holder, sending.holder, contacts.holder]) {
        await eraseSubjects(tx, account.id, [subjectId])
      }
      await vault.destroyKeys(tx, account.id, [subjectId], 'both')
    })
  }

  async asSuperuser(text: string, values: readonly unknown[]): Promise<void> {
    await this.fixture.test.asSuperuser((client) => client.query(text, [...values]))
  }

  // Wordings, entities, accounts

  /** A published wording, once for each draft; null where publishing was refused. */
  async wording(changed: Partial<WordingDraft> = {}): Promise<Wording | null> {
    const key = JSON.stringify(changed)
    const known = this.#wordings.get(key)
    if (known !== undefined) return known
    const { fixture } = this
    const made = await fixture.database.inAccount(fixture.account.id, async (tx) => {
      const draft = draftOf(changed.controllerId ?? fixture.controller.id, changed)
      const kept = await fixture.consent.createDraft(tx, fixture.caller, draft)
      const done = await fixture.consent.publishWording(tx, fixture.caller, kept.wordingId)
      return done.outcome === 'published' ? done.wording : null
    })
    if (made !== null) this.#wordings.set(key, made)
    return made
  }

  async draft(changed: Partial<WordingDraft> = {}): Promise<Wording> {
    const { fixture } = this
    return fixture.database.inAccount(fixture.account.id, (tx) =>
      fixture.consent.createDraft(tx, fixture.caller, draftOf(fixture.controller.id, changed)),
    )
  }

  async controller(name: string): Promise<ControllerId> {
    const { fixture } = this
    const made = await fixture.database.inAccount(fixture.account.id, async (tx) => {
      const all = await fixture.contacts.controllers(tx, fixture.account.id)
      const found = all.find((one) => one.name === name)
      return found ?? fixture.contacts.createController(tx, fixture.account.id, name, this.now())
    })
    return made.id
  }

  /** Another account of the installation, with its own keys, to which the same number agrees. */
  async otherAccountAgrees(number: E164): Promise<void> {
    const { consent, contacts, database, makeId, test, vault, caller } = this.fixture
    const accountId = makeId() as AccountId
    await vault.createAccount(accountId)
    await test.asSuperuser((client) =>
      client.query(
        `insert into accounts.account (account_id, number, name, kind, country, zone, language,
           created_at)
         values ($1, nextval('accounts.account_number'), 'Autre', 'sandbox', 'FR', 'Europe/Paris',
           'fr', now())`,
        [accountId],
      ),
    )
    const other: Caller = { ...caller, accountId }
    await database.inAccount(accountId, async (tx) => {
      const at = this.now()
      const controller = await contacts.createController(tx, accountId, 'Boutique Lumen', at)
      const draft = await consent.createDraft(tx, other, draftOf(controller.id))
      await consent.publishWording(tx, other, draft.wordingId)
      const contact = await contacts.subjectOf(tx, accountId, number, at)
      const keys = (await vault.openSubjects(tx, accountId, [contact.subjectId])).get(
        contact.subjectId,
      )
      if (keys === undefined) throw new Error('the subject was made')
      await consent.recordConsent(tx, other, {
        keys,
        wordingId: draft.wordingId,
        controllerId: controller.id,
        channel: 'sms',
        purpose: 'offers',
        witness: 'server',
        evidence: { grade: 'double_opt_in', givenAt: at - dayMs, source: 'site' },
        tag: vault.suppressionTag(accountId, number),
      })
    })
  }

  // The gates

  /** The first gate: accepted as a campaign's page is. */
  async first(person: { number: E164 }, order: Partial<SendOrder> = {}): Promise<Answered> {
    return this.#read(await this.#accept(person, { usefulUntil: null, ...order }))
  }

  /** Through the door of the API, with the number as somebody wrote it. */
  async door(to: string, request: Partial<MessageRequest> = {}): Promise<Answered> {
    const whole = {
      to,
      text: 'Nouvelle collection en boutique.',
      class: 'marketing' as const,
      purpose: 'offers',
      sender: 'LUMEN',
      ifUnsure: 'never_twice' as const,
      ...request,
    }
    try {
      return await this.#read(await this.#send(this.fixture.caller, whole))
    } catch (error) {
      if (error instanceof AppError) return { verdict: `error: ${error.code}`, checks: [] }
      throw error
    }
  }

  /** Many requests at once for the same number, in one group of the API. */
  async doorAtOnce(to: string, count: number): Promise<Answered[]> {
    return Promise.all(Array.from({ length: count }, () => this.door(to)))
  }

  /** Accepted and in the queue; then something happens; then the second gate as it leaves. */
  async second(
    person: { number: E164 },
    between: () => Promise<unknown> | unknown,
    order: Partial<SendOrder> = {},
  ): Promise<Answered> {
    const id = await this.#accept(person, { usefulUntil: null, ...order })
    const accepted = await this.#read(id)
    if (accepted.verdict !== 'allowed' && !accepted.verdict.startsWith('held')) {
      throw new Error(`refused before it could wait: ${accepted.verdict}`)
    }
    await between()
    return { verdict: await this.#leave(id), checks: [] }
  }

  async #accept(person: { number: E164 }, order: Partial<SendOrder>): Promise<MessageId> {
    const text = order.text ?? 'Nouvelle collection en boutique.'
    const template = readTemplate(text)
    const pieces = template.ok ? template.pieces : [text]
    const { ids } = await this.fixture.accept([person.number], { pieces, ...order })
    const [id] = ids
    if (id === undefined) throw new Error('nobody to write to')
    return id
  }

  async #read(id: MessageId): Promise<Answered> {
    const { rows } = await this.fixture.test.asSuperuser((client) =>
      client.query<{ checks: string; hold: string | null; reason: string | null }>(
        `select m.checks, m.hold, o.reason from sending.message m
         left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
         where m.id = $1`,
        [id],
      ),
    )
    const [row] = rows
    if (row === undefined) throw new Error('the message was kept')
    const held = row.hold === null ? 'allowed' : `held: ${row.hold}`
    const fired = readChecks(row.checks).filter(
      ({ result }) => result === 'refused' || result === 'held',
    )
    return { verdict: row.reason ?? held, checks: fired.map(({ check }) => check) }
  }

  async #leave(id: MessageId): Promise<string> {
    const { database, makeId, routeId, sending } = this.fixture
    const at = this.now()
    const slice = await database.inAnyAccount(async (tx) => {
      const place = { routeId, bind: 0 }
      const seen = await seeLeaseInAnyAccount(tx, place)
      const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: this.#nodeId, seen })
      if (lease === null) throw new Error('the lease was free')
      return (await claimInAnyAccount(tx, { lease, intentId: makeId(), at, segmentsMax: 100 }))
        .messages
    })
    const mine = slice.filter(({ messageId }) => messageId === id)
    if (mine.length === 0) return 'held: not due'
    const { routes } = sending.ports
    const route = routes.all(at).find((one) => one.id === routeId)
    if (route === undefined) throw new Error('the route is worked')
    const verdict = await gateSlice(
      { ...this.fixture, routes },
      { route, slice: mine, at, terms: new Map() },
    )
    if (verdict.refuse[0] !== undefined) return verdict.refuse[0].refusal
    if (verdict.hold[0] !== undefined) return `held: ${verdict.hold[0].hold}`
    return verdict.leave.length === 1 ? 'allowed' : 'nowhere'
  }

  close(): Promise<void> {
    return this.fixture.close()
  }
}

export async function openWorld(): Promise<World> {
  const clock = { now: Date.parse(startIso) }
  const timers: Timers = { ...realTimers, now: () => clock.now }
  const fixture = await sendingFixture({ timers, sandbox: { isMagic: false } })
  await fixture.stopNodes()
  return new World(fixture, clock)
}
