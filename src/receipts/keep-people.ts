// Finds the people in an archive by number, or creates them in quarantine.
import type { CountryCode } from '../countries/index.ts'
import { reachOf, readNumber } from '../countries/index.ts'
import type { AccountId, E164 } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectKeys } from '../vault/index.ts'
import type { AnyRecord } from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'
import { receiptsError } from './errors.ts'

export type Person = {
  number: E164
  keys: SubjectKeys
  isOpen: boolean
  opens: boolean
  birthDate: string | null
  country: CountryCode
}

export async function keepPeople(
  deps: ReceiptsDeps,
  tx: Tx,
  accountId: AccountId,
  records: readonly AnyRecord[],
): Promise<Map<string, Person>> {
  const principals = new Map(
    records.map((record) => {
      const principal = record['dpv:hasDataSubject']
      return [principal['accord:number'], principal] as const
    }),
  )
  const rows = [...principals.values()].flatMap((principal) => {
    // Read as a sandbox would: whether the number may be used is judged by who sends.
    const reading = readNumber(principal['accord:number'], { sandbox: true })
    if (reading.e164 === null) return []
    return [
      {
        number: reading.e164,
        fields: {},
        country: reading.country ?? 'FR',
        territory: reading.territory ?? reading.country ?? 'FR',
        zone: reading.zones[0] ?? 'Europe/Paris',
        reach: reachOf(reading),
        postcodeArea: null,
        marketingState: 'quarantine' as const,
        quarantineReason: 'no_proof_of_consent',
      },
    ]
  })
  const at = deps.clock.now()
  const batch = { accountId, importId: null, listId: null, at }
  const report = await deps.contacts.bulkUpsert(tx, { ...batch, rows })
  const people = rows.map((row, index) => {
    const saved = report.rows[index]
    if (saved === undefined) throw receiptsError('receipts.archive_unreadable')
    const told = principals.get(row.number)
    const isOpen = told?.['accord:marketingState'] === 'open'
    const birthDate = told?.['accord:birthDate'] ?? null
    const person: Person = {
      number: row.number,
      keys: saved.keys,
      isOpen,
      opens: false,
      birthDate,
      country: row.country,
    }
    return { row, person }
  })
  const young = people.filter(({ person }) => person.birthDate !== null)
  const subjects = young.map(({ person }) => person.keys.subjectId)
  const standing = await deps.contacts.standingOf(tx, accountId, subjects)
  const told = young.flatMap(({ row, person }) => {
    const kept = standing.get(person.keys.subjectId)?.birthDate ?? null
    // A date that is held here was given here, and stays.
    if (kept !== null) person.birthDate = kept
    return kept !== null || person.birthDate === null
      ? []
      : [{ ...row, fields: { birthDate: person.birthDate } }]
  })
  if (told.length > 0) await deps.contacts.bulkUpsert(tx, { ...batch, rows: told })
  return new Map(people.map(({ person }) => [person.number, person]))
}
