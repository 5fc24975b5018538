// Extra text of the OpenAPI document: the purpose of each group of routes, and its errors.
import type { ApiFacts } from '../http/index.ts'
import { fieldWords } from './api-fields.ts'
import { kindOfError } from './error-kinds.ts'

/** By the first word of the path behind `/v1`. */
const tags: Readonly<Record<string, string>> = {
  account: 'The account of whoever asks, and the clock of a sandbox.',
  accounts: 'The accounts of the installation.',
  audit: 'Who did or saw what.',
  calendar: 'What leaves on which day.',
  'campaign-approvals': 'Campaigns that wait for somebody’s yes, or came back with a remark.',
  'campaign-bill': 'What a text costs for a list, before it is saved.',
  'campaign-policy': 'When a campaign needs another user than its author.',
  'campaign-preview': 'A recipient’s message as it would leave.',
  campaigns: 'Many messages as one decision: prepared, approved, sent, followed.',
  'column-types': 'What a column of a contact file may hold.',
  'consent-policy': 'How strong a proof of consent the account asks for.',
  consents: 'What each person agreed to, on which words, and the proof of it.',
  contacts: 'Who can be written to.',
  controllers: 'The legal entities for which the account sends.',
  'custom-fields':
    'What an account keeps of people beside their names: typed, sealed with each person.',
  'default-prices': 'What a part costs where an account has no price of its own.',
  forms: 'Pages on which people agree.',
  imports: 'Contact files: read, checked, kept or left out row by row.',
  inbound: 'What people wrote back.',
  inbox: 'Replies as conversations, one a person: what waits, who answers, what was answered.',
  invitations: 'The answer of somebody who was invited into an account.',
  keywords: 'Words that people text to agree.',
  ledger: 'The log of consents that an outsider can verify.',
  lists: 'Lists of contacts.',
  live: 'Whether the program runs.',
  logo: 'The picture beside the account’s name on what people see.',
  me: 'Who is asking, and what they may do.',
  messages: 'Single messages: sent, found, called back, explained.',
  metrics: 'What the program counts.',
  objections: 'Numbers that want no messages.',
  overview: 'What the first page shows: who can be written to, what was sent, what waits.',
  'person-links': 'The page on which a person sees and changes what is held of them.',
  'person-requests': 'What people asked for by law, with its deadline.',
  prices: 'What a part costs this account.',
  'proof-holds': 'Proofs that are kept of people whose contact is gone.',
  quarantine: 'Contacts that came without proof of their consent.',
  ready: 'Whether requests are answered and messages are sent.',
  'recurring-waiting': 'What of recurring sends waits for somebody.',
  'recurring-sends':
    'Texts that are sent again by themselves, by the calendar or on people’s dates.',
  restoration: 'What is held after the database was put back to an earlier moment.',
  queues: 'What waits to leave, by the route it waits for.',
  roles: 'What the roles of an account may do.',
  routes: 'The ways to operators.',
  senders: 'What a telephone may show as from.',
  'sensitive-legal-bases': 'On which legal basis data of articles 9 and 10 is kept.',
  sessions: 'Logging in and out.',
  setup: 'The first account of a fresh installation.',
  suppliers: 'The companies that carry messages, and their contracts.',
  'text-retention': 'How long the texts of messages stay.',
  templates: 'Texts that are kept to be used again, version by version.',
  'test-numbers': 'Telephones of one’s own, on which a text is tried.',
  tokens: 'What programs show to be let in.',
  'upcoming-campaigns': 'What leaves next, in the order of its instants.',
  users: 'The people of the account.',
  wordings: 'The exact texts that people agree to.',
  '{account}': 'What anybody may read of an account’s ledger.',
  '{sha256}': 'Pictures that anybody may see, by the hash of their bytes.',
  '{token}': 'Addresses that are made for one person alone.',
}

export const apiFacts = { kindOf: kindOfError, tags, fields: fieldWords } satisfies Omit<
  ApiFacts,
  'version'
>
