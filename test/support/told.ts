// What users were told of, as it stands in the database.
import type { TestDatabase } from './database.ts'

type Told = { kind: string; about: string | null; details: Record<string, unknown> }

/** The oldest first; of whoever manages the installation too. */
export async function toldIn(test: Pick<TestDatabase, 'asSuperuser'>): Promise<Told[]> {
  const { rows } = await test.asSuperuser((client) =>
    client.query<Told>(
      `select kind, about, details from (
         select kind, about, details, at from notifications.notice
         union all
         select kind, about, details, at from notifications.staff_notice
       ) told order by at, kind, details::text`,
    ),
  )
  return rows
}
