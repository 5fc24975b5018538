// Imports a parental authorisation with its proof, from a trusted ledger.
import { z } from 'zod'
import { parentRelations } from '../consent/index.ts'
import { comesOfAge } from '../countries/index.ts'
import type { Caller, ControllerId, WordingId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { AuthorisationRecord } from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'
import type { Person } from './keep-people.ts'
import type { ForeignLedger } from './read-archive.ts'

/** What the archive's names mean here. */
export type Meaning = {
  controllers: Map<string, ControllerId>
  /** By SHA-256 of the text, hexadecimal. */
  wordings: Map<string, WordingId>
  origin: string
  isTrusted: boolean
  /** The account writes to nobody. */
  isRehearsal: boolean
}

/** What the leaf commits to of the parent. */
const toldOfParent = z.object({
  parentName: z.string().min(1).max(200),
  relation: z.enum(parentRelations),
  verification: z.string().max(500),
})

type AuthorisationAbout = {
  record: AuthorisationRecord
  person: Person
  ledger: ForeignLedger
  meaning: Meaning
}

/** Null when it is kept; without it somebody below the age of consent is not written to. */
export async function takeAuthorisation(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { record, person, ledger, meaning }: AuthorisationAbout,
): Promise<string | null> {
  const bodies = record['accord:events'].map((event) => ledger.demandProof(event))
  const body = bodies.findLast((one) => one !== null && typeof one['givenAt'] === 'string')
  if (!meaning.isTrusted || body === undefined || body === null) return 'authorisation_unproven'
  const about = toldOfParent.safeParse(parsed(body['details']))
  if (!about.success) return 'authorisation_unproven'
  const controllerId = meaning.controllers.get(String(body['controller']))
  if (controllerId === undefined) return 'controller_unknown'
  // A text that our rules refuse is not there.
  const wordingId = meaning.wordings.get(String(body['wording']))
  if (wordingId === undefined) return 'wording_unknown'
  const purpose = record['dpv:hasPurpose']['dct:identifier']
  const givenAt = Date.parse(String(body['givenAt']))
  if (Number.isNaN(givenAt)) return 'authorisation_unproven'
  const held = await deps.consent.authorisationsOf(tx, caller.accountId, person.keys.subjectId)
  const isHeld = held.some(
    (row) => row.controller_id === controllerId && row.purpose === purpose && row.since >= givenAt,
  )
  if (isHeld) return null
  const done = await deps.consent.recordAuthorisation(tx, caller, {
    keys: person.keys,
    controllerId,
    purpose,
    wordingId,
    ...about.data,
    givenAt,
    source: `${String(body['source'] ?? '').slice(0, 300)} (${meaning.origin})`,
    // The scan stays where it is held; its SHA-256 stands in the proof.
    documentId: null,
    ofAgeAt: comesOfAge(person.birthDate, person.country),
  })
  return done.outcome === 'refused' ? done.refusal : null
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
