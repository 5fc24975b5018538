// Sentences of `accord restored`: what is missing since the database was put back.
import type { Language } from '../kernel/index.ts'

type Line = { number: number; name: string; messages: number; waitingFromBefore: number }
type RestoredWords = {
  state(state: 'none' | 'held' | 'released'): string
  gap(from: string, to: string): string
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
        none: 'Sending is not held. This database does not appear to have been put back to an earlier moment.',
        held: 'All sending is held: what is accepted waits.',
        released: 'Sending goes on since the database was put back.',
      })[state],
    gap: (from, to) => `What happened from ${from} to ${to} is missing in this database.`,
    left: (messages, isAtLeast) =>
      `Messages that left and that it does not know of: ${isAtLeast ? 'at least ' : ''}${messages}.`,
    account: ({ number, name, messages, waitingFromBefore }) =>
      `  ${number}  ${name} (left: ${messages}; waiting since before, may have left already: ${waitingFromBefore})`,
    stops:
      'STOPs, withdrawals and objections of the gap are forgotten, and nobody can tell how many. Record those that you know of before advertising leaves again. Campaigns that were launched in the gap stand as approved: do not launch them again.',
    howToRelease:
      '`accord restored release` lets sending go on: what waits since before ends as never confirmed, advertising is kept back.',
    ended: (messages) => `Ended as never confirmed: ${messages}.`,
    marketingKept:
      'Advertising is still kept back: mend the ledger of each account (`accord ledger mend`), then `accord restored release --marketing release` lets it go.',
  },
  fr: {
    state: (state) =>
      ({
        none: 'Rien n’est retenu. Rien n’indique que cette base ait été remise à un état antérieur.',
        held: 'Tous les envois sont retenus : ce qui est accepté attend.',
        released: 'La base a été remise à un état antérieur, et les envois ont repris.',
      })[state],
    gap: (from, to) => `Ce qui s’est passé de ${from} à ${to} manque dans cette base.`,
    left: (messages, isAtLeast) =>
      `Messages partis qu’elle ne connaît pas : ${isAtLeast ? 'au moins ' : ''}${messages}.`,
    account: ({ number, name, messages, waitingFromBefore }) =>
      `  ${number}  ${name} (partis : ${messages} ; en attente depuis avant, peut-être déjà partis : ${waitingFromBefore})`,
    stops:
      'Les STOP, retraits et oppositions de cet intervalle sont oubliés, et personne ne peut dire combien. Enregistrez ceux que vous connaissez avant que la publicité reparte. Les campagnes lancées dans l’intervalle figurent comme approuvées : ne les relancez pas.',
    howToRelease:
      '`accord restored release` laisse repartir les envois : ce qui attend depuis avant est clos comme jamais confirmé, la publicité reste retenue.',
    ended: (messages) => `Clos comme jamais confirmés : ${messages}.`,
    marketingKept:
      'La publicité est encore retenue : réparez le registre de chaque compte (`accord ledger mend`), puis `accord restored release --marketing release` la laisse partir.',
  },
}
