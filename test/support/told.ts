// What users were told of, as it stands in the database.
import { webhookKinds } from '../../src/webhooks/contract.ts'
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

type ToldProgram = { kind: string; about: string | null; facts: Record<string, unknown> }

/** A program that is told of everything from now on; nothing is sent to it in such a test. */
export async function programAt(
  test: Pick<TestDatabase, 'asSuperuser'>,
  { accountId, ...more }: { accountId: string; host?: string; campaignMessages?: boolean },
): Promise<void> {
  const { host = 'crm.example', campaignMessages = true } = more
  await test.asSuperuser((client) =>
    client.query(
      `insert into webhooks.endpoint (account_id, endpoint_id, host, url_sealed, description,
         kinds, campaign_messages, reply_text, secret_sealed, state, created_at)
       values ($1, gen_random_uuid(), $2, '', '', $3, $4, false, '', 'active', now())`,
      [accountId, host, [...webhookKinds], campaignMessages],
    ),
  )
}

/** What its programs were to be told, the oldest first. */
export async function programsTold(
  test: Pick<TestDatabase, 'asSuperuser'>,
  accountId: string,
): Promise<ToldProgram[]> {
  const { rows } = await test.asSuperuser((client) =>
    client.query<ToldProgram>(
      `select kind, about, facts from webhooks.delivery where account_id = $1
       order by at, kind, about`,
      [accountId],
    ),
  )
  return rows
}
