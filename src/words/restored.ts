// Sentences of `accord restored`: what is missing after a database restore.
import type { Language } from '../kernel/index.ts'

type Line = { number: number; name: string; messages: number; waitingFromBefore: number }
type RestoredWords = {
  state(state: 'none' | 'held' | 'released'): string
  gap(from: string, to: string): string
  earlier(at: string): string
  left(messages: number, isAtLeast: boolean): string
  account(line: Line): string
  stops: string
  howToRelease: string
  ended(messages: number): string
  marketingKept: string
}

export const restoredCommandWords: Record<Language, RestoredWords> = {
  en: {
    state: (state) =>
      ({
        none: 'Nothing is on hold. No restore of the database was detected.',
        held: 'All sending is on hold. Accepted messages wait.',
        released: 'Sending has resumed after a restore of the database.',
      })[state],
    earlier: (at) => `Part of this was already found at ${at}:`,
    gap: (from, to) => `This database has no record of what happened from ${from} to ${to}.`,
    left: (messages, isAtLeast) =>
      `Messages sent in that time: ${isAtLeast ? 'at least ' : ''}${messages}.`,
    account: ({ number, name, messages, waitingFromBefore }) =>
      `  ${number}  ${name} (sent: ${messages}; waiting since before, perhaps already sent: ${waitingFromBefore})`,
    stops:
      'STOP replies, withdrawals and objections from that time are lost, and their number is unknown. Record those you know of before marketing resumes. Campaigns launched in that time appear as approved: do not launch them again.',
    howToRelease:
      '`npx accord restored release` resumes sending. Messages that were waiting are marked as unconfirmed, and marketing stays on hold.',
    ended: (messages) => `Marked as unconfirmed: ${messages}.`,
    marketingKept:
      'Marketing is still on hold. Repair the ledger of each account (`npx accord ledger mend`), then run `npx accord restored release --marketing release`.',
  },
  fr: {
    state: (state) =>
      ({
        none: 'Rien n’est suspendu. Aucune restauration de la base n’a été détectée.',
        held: 'Tous les envois sont suspendus. Les messages acceptés attendent.',
        released: 'Les envois ont repris après une restauration de la base.',
      })[state],
    earlier: (at) => `Une partie avait déjà été constatée à ${at} :`,
    gap: (from, to) => `Cette base n’a aucune trace de ce qui s’est passé de ${from} à ${to}.`,
    left: (messages, isAtLeast) =>
      `Messages envoyés pendant cette période : ${isAtLeast ? 'au moins ' : ''}${messages}.`,
    account: ({ number, name, messages, waitingFromBefore }) =>
      `  ${number}  ${name} (envoyés : ${messages} ; en attente depuis avant, peut-être déjà envoyés : ${waitingFromBefore})`,
    stops:
      'Les STOP, les retraits et les oppositions de cette période sont perdus, et leur nombre est inconnu. Enregistrez ceux que vous connaissez avant que la publicité reprenne. Les campagnes lancées pendant cette période apparaissent comme approuvées : ne les relancez pas.',
    howToRelease:
      '`npx accord restored release` reprend les envois. Les messages en attente sont marqués non confirmés, et la publicité reste suspendue.',
    ended: (messages) => `Marqués non confirmés : ${messages}.`,
    marketingKept:
      'La publicité est encore suspendue. Réparez le registre de chaque compte (`npx accord ledger mend`), puis lancez `npx accord restored release --marketing release`.',
  },
}
