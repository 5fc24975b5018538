// An account with its keys, a consent room over a real database, and people to agree or object.

import {
  type Alarm,
  type Consent,
  type ConsentRow,
  createConsent,
  type Wording,
  type WordingDraft,
} from '../../src/consent/index.ts'
import type {
  AccountId,
  Caller,
  ControllerId,
  E164,
  SubjectId,
  WordingId,
} from '../../src/kernel/index.ts'
import { rights } from '../../src/kernel/index.ts'
import type { Tx } from '../../src/storage/index.ts'
import { openVault, type SubjectKeys, type Vault } from '../../src/vault/index.ts'
import { makeTestId, seededRandomness, type TestClock, testClock } from './clock.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'

export type Person = { keys: SubjectKeys; subjectId: SubjectId; number: E164; tag: Buffer }

export type ConsentFixture = {
  accountId: AccountId
  caller: Caller
  controllerId: ControllerId
  consent: Consent
  vault: Vault
  clock: TestClock
  test: TestDatabase
  dataFolder: string
  keysFolder: string
  /** All that the room has said of a database that somebody changed. */
  alarms: Alarm[]
  /** The room again, as after a restart: nothing in memory. */
  restarted(): Consent
  people(count: number): Promise<Person[]>
  publish(draft?: Partial<WordingDraft>): Promise<Wording>
  close(): Promise<void>
}

/** Names the shop and the channel: nothing to mend. */
export const soundText = 'J’accepte de recevoir par SMS les offres de la boutique Lumen.'

export function draftOf(
  controllerId: ControllerId,
  changed: Partial<WordingDraft> = {},
): WordingDraft {
  return {
    name: 'Formulaire de la caisse',
    language: 'fr',
    medium: 'web',
    controllerId,
    controllerName: 'Boutique Lumen',
    shownText: soundText,
    channels: ['sms'],
    purposes: ['offers'],
    form: { boxInitially: 'unticked', bundledWithTerms: false, conditional: false },
    ...changed,
  }
}

let seed = 0

/** ARCEP's ranges for films and examples, ten thousand numbers each. */
const fictionRanges = ['+3363998', '+3319900', '+3326191', '+3335301', '+3346571', '+3353649']

export async function consentFixture(): Promise<ConsentFixture> {
  seed += 1
  const test = await testDatabase()
  const keysFolder = newTestFolder()
  const dataFolder = newTestFolder()
  const clock = testClock()
  const randomness = seededRandomness(`consent ${seed}`)
  const makeId = makeTestId(clock, seededRandomness(`ids ${seed}`))
  const { database } = test
  const vault = await openVault({ keysFolder, database, randomness })
  const accountId = makeId() as AccountId
  const controllerId = makeId() as ControllerId
  await vault.createAccount(accountId)
  const originHost = 'accord.example'
  const alarms: Alarm[] = []
  const alarm = (one: Alarm) => void alarms.push(one)
  const restarted = () =>
    createConsent({ database, vault, clock, randomness, makeId, dataFolder, originHost, alarm })
  const consent = restarted()
  const caller: Caller = {
    accountId,
    by: { kind: 'system', what: 'test' },
    rights: new Set(rights),
    language: 'fr',
    traceId: '0'.repeat(32),
  }
  let made = 0
  return {
    accountId,
    caller,
    controllerId,
    consent,
    vault,
    clock,
    test,
    dataFolder,
    keysFolder,
    alarms,
    restarted,
    people: async (count) => {
      const keys = await database.inAccount(accountId, (tx) =>
        vault.createSubjects(tx, accountId, count),
      )
      return keys.map((one) => {
        made += 1
        const range = fictionRanges[Math.floor(made / 10_000)]
        const number = `${range}${String(made % 10_000).padStart(4, '0')}` as E164
        const tag = vault.suppressionTag(accountId, number)
        return { keys: one, subjectId: one.subjectId, number, tag }
      })
    },
    publish: (changed) =>
      database.inAccount(accountId, async (tx) => {
        const draft = await consent.createDraft(tx, caller, draftOf(controllerId, changed))
        const done = await consent.publishWording(tx, caller, draft.wordingId)
        if (done.outcome !== 'published') throw new Error(`not published: ${done.refusal}`)
        return done.wording
      }),
    close: async () => {
      await test.close()
      removeTestFolder(keysFolder)
      removeTestFolder(dataFolder)
    },
  }
}

export function rowOf(
  person: Person,
  wordingId: WordingId | null,
  changed: Partial<ConsentRow> = {},
): ConsentRow {
  return {
    keys: person.keys,
    tag: person.tag,
    number: person.number,
    wordingId,
    givenAt: Date.parse('2026-03-01T10:00:00Z'),
    source: 'caisse du magasin',
    ...changed,
  }
}

/**
 * A sale of the day before, with the refusal offered: the legal basis of art.
 * L34-5 for similar products.
 */
export const recordSale = (
  { consent, caller, controllerId, clock }: ConsentFixture,
  tx: Tx,
  { keys, tag }: Person,
  wordingId: WordingId,
) =>
  consent.recordLegalBasis(tx, caller, {
    legalBasis: 'soft_opt_in',
    keys,
    tag,
    countries: ['FR', 'FR'],
    controllerId,
    purpose: 'offers',
    wordingId,
    since: clock.now() - 86_400_000,
    reference: 'commande 4512',
    source: 'boutique',
    collectedFromPerson: true,
    refusalOffered: true,
    ownSimilarProducts: true,
  })
