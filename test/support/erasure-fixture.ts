// An account whose people can be erased: every room's share, recipients, mails.
import { copiesOfFiles } from '../../src/app/answer/erasure-port.ts'
import { type Audit, createAudit } from '../../src/audit/index.ts'
import { campaignsHolder } from '../../src/campaigns/index.ts'
import { type Contact, type Contacts, createContacts } from '../../src/contacts/index.ts'
import { authorityOf } from '../../src/countries/index.ts'
import type { E164, ImportId } from '../../src/kernel/index.ts'
import { createMail } from '../../src/notifications/index.ts'
import { createMetrics } from '../../src/observability/index.ts'
import { pageLinkTags, preferencesHolder } from '../../src/preferences/index.ts'
import { type ErasureDeps, erasures, type Recipient } from '../../src/privacy/index.ts'
import { sendingHolder } from '../../src/sending/index.ts'
import { sensitiveHolder } from '../../src/sensitive/look-at-values.ts'
import type { Tx } from '../../src/storage/index.ts'
import type { SubjectDataHolder } from '../../src/vault/index.ts'
import { webhooksHolder } from '../../src/webhooks/index.ts'
import { makeTestId, seededRandomness } from './clock.ts'
import { type ConsentFixture, consentFixture } from './consent-fixture.ts'

/** An open recipient, by what the supplier says of itself; nobody is told where it is empty. */
export type ToTell = Omit<Recipient, 'subjects'>

export type ErasureFixture = ConsentFixture & {
  contacts: Contacts
  audit: Audit
  deps: ErasureDeps
  /** Who received something of everybody; a test fills it. */
  told: ToTell[]
  /** How many mails were handed to the queue. */
  queued(): number
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  nextNumber(): E164
  contactOf(number: E164, importId?: ImportId | null): Promise<Contact>
}

export async function erasureFixture({ hasSmtp = false } = {}): Promise<ErasureFixture> {
  const here = await consentFixture()
  const { vault, clock, consent, accountId, test: db } = here
  const { database } = db
  const makeId = makeTestId(clock, seededRandomness('erasures'))
  const audit = createAudit({ vault, clock, makeId })
  const accounts = { facts: async () => ({ kind: 'sandbox' as const, country: 'FR' }) }
  const holders: SubjectDataHolder[] = [
    sendingHolder({ vault, clock, metrics: createMetrics() }),
    sensitiveHolder({ vault, clock }),
    campaignsHolder({ vault }),
    preferencesHolder({ vault }),
    webhooksHolder,
  ]
  let queued = 0
  const enqueue = async () => {
    queued += 1
  }
  const told: ToTell[] = []
  const over = erasures({
    ...{ vault, consent, clock, makeId, pageLinks: pageLinkTags },
    mail: createMail({ vault, clock, makeId, jobs: { enqueue }, hasSmtp }),
    holders: () => holders,
    recipients: async (_tx, _account, subjects) => told.map((one) => ({ ...one, subjects })),
    backupHorizonDays: () => 35,
  })
  const contacts = createContacts({
    ...{ database, vault, audit, accounts, clock, makeId, proofs: consent, erasures: over },
  })
  await db.asSuperuser((client) =>
    client.query(
      `insert into accounts.account
         (account_id, number, name, kind, country, zone, language, created_at)
       values ($1, 900001, 'Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
  const within = <T>(work: (tx: Tx) => Promise<T>) => database.inAccount(accountId, work)
  let made = 0
  return {
    ...here,
    contacts,
    audit,
    deps: {
      ...{ database, vault, consent, clock, randomness: seededRandomness('links') },
      ...{ record: audit.record, originHost: 'accord.example', lastDrill: async () => null },
      ...{ publicUrl: null, ownUrl: () => null, backupsKept: async () => null },
      ...{ authorityOf, copiesOfFiles },
    },
    told,
    queued: () => queued,
    within,
    nextNumber: () => {
      made += 1
      return `+336399${String(86_000 + made).padStart(5, '0')}` as E164
    },
    contactOf: async (number, importId = null) => {
      const at = clock.now()
      const row = {
        ...{ number, fields: { firstName: 'Zéphirine' }, country: 'FR', territory: 'FR' },
        ...{ zone: 'Europe/Paris', postcodeArea: null },
        ...{ marketingState: 'quarantine' as const, quarantineReason: 'no_proof_of_consent' },
      }
      const batch = { accountId, rows: [row], importId, listId: null, at }
      await within((tx) => contacts.bulkUpsert(tx, batch))
      const found = await within((tx) => contacts.findByNumber(tx, accountId, number))
      if (found === null) throw new Error('the contact is there')
      return found
    },
  }
}
