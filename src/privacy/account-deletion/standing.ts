// How the deletion of an account stands, for its owner; what stays of it, and until when.
import { accountOf, membersToWriteTo } from '../../accounts/index.ts'
import { type AccountId, type Caller, isoTime, type Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { type AccountDeletionStanding, type KeptThing, keptThings } from '../contract.ts'
import type { PrivacyDeps } from '../deps.ts'
import { openDeletionOf } from '../store.ts'
import { deletionTimes } from './times.ts'

const days = (ms: number) => Math.round(ms / deletionTimes.dayMs)

/** For so many days after the deletion; null: here nothing of it is kept. */
export function daysKept(deps: Pick<PrivacyDeps, 'backupHorizonDays'>, what: KeptThing) {
  const kept: Record<KeptThing, number | null> = {
    record: days(deletionTimes.recordMs),
    months: days(deletionTimes.monthsMs),
    backups: deps.backupHorizonDays(),
    mails: deletionTimes.mailDays,
    suppliers: days(deletionTimes.tellingMs),
    export: null,
  }
  return kept[what]
}

export function keptSentence(language: Language, what: KeptThing, days: number | null): string {
  const code = `privacy.kept.${what}`
  return sentence(language, code, days === null ? {} : { days }) ?? code
}

export async function readStanding(
  deps: PrivacyDeps,
  caller: Caller,
): Promise<AccountDeletionStanding> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, (tx) => standingIn(deps, tx, caller, accountId))
}

export async function standingIn(
  deps: PrivacyDeps,
  tx: Tx,
  { language }: Pick<Caller, 'language'>,
  accountId: AccountId,
): Promise<AccountDeletionStanding> {
  const open = await openDeletionOf(tx, accountId)
  const account = await accountOf(tx, accountId)
  const members = await membersToWriteTo(deps.vault, tx, accountId)
  return {
    deletion:
      open === null
        ? null
        : {
            id: open.deletion_id,
            state: open.state === 'executing' ? 'executing' : 'waiting',
            askedHow: open.asked_how,
            askedAt: isoTime(open.asked_at),
            dueAt: isoTime(open.due_at),
          },
    graceDays: deps.graceDays,
    backupDays: deps.backupHorizonDays(),
    kept: keptThings.map((what) => {
      const days = daysKept(deps, what)
      return { what, days, sentence: keptSentence(language, what, days) }
    }),
    mail: deps.mail.way(account),
    holds: { people: await deps.countPeople(tx, accountId), users: members.length },
  }
}
