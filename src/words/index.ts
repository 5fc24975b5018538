// Every sentence a person reads, French and English. Each room adds its file and its line here.
import type { ErrorDetail, Language } from '../kernel/index.ts'
import { accountsWords } from './accounts.ts'
import { appWords } from './app.ts'
import { backupWords } from './backup.ts'
import { campaignsWords } from './campaigns.ts'
import { checkupWords } from './checkup.ts'
import { accountabilityWords } from './compliance/accountability.ts'
import { breachErrorWords } from './compliance/breaches.ts'
import { disclosureWords } from './compliance/disclosure.ts'
import { personErasureWords } from './compliance/person-erasure.ts'
import { consentWords } from './consent.ts'
import { contactsWords } from './contacts.ts'
import { countriesWords } from './countries.ts'
import { webhooksWords } from './developers/webhooks.ts'
import { filesWords } from './files.ts'
import { httpWords } from './http.ts'
import { intakeWords } from './intake.ts'
import { linksWords } from './links.ts'
import { notificationsWords } from './notifications.ts'
import { openPointsWords } from './open-points.ts'
import { preferencesWords } from './preferences/index.ts'
import { privacyWords } from './privacy.ts'
import { receiptsWords } from './receipts.ts'
import { retentionWords } from './retention.ts'
import { routingWords } from './routing.ts'
import {
  checkWords,
  failureWords,
  holdWords,
  refusalWords,
  sendingWords,
  stateWords,
  stepWords,
} from './sending.ts'
import { sensitiveWords } from './sensitive.ts'
import { type Bilingual, fill, flatten } from './sentences.ts'
import { storageWords } from './storage.ts'
import { vaultWords } from './vault.ts'

export { accountsWords } from './accounts.ts'
export { appWords } from './app.ts'
export { type DeedKind, exportDeeds } from './audit/deed-kinds.ts'
export type { AuditAction } from './audit/deeds.ts'
export { codesOfDeed, codesOfKind, deedSentence, programPartName } from './audit/entries.ts'
export { journalFileWords } from './audit/journal-file.ts'
export { messageFileWords } from './audit/message-file.ts'
export type { ProgramPart } from './audit/program-parts.ts'
export { backupCommandWords, backupWords } from './backup.ts'
export { campaignsWords } from './campaigns.ts'
export { checkCommandWords } from './check-command.ts'
export { checkupWords } from './checkup.ts'
export {
  classWords,
  evidenceWords,
  followsWords,
  lawWords,
  typeWords,
  verdictWords,
} from './classification.ts'
export {
  importsCommandWords,
  quarantineCommandWords,
  serverCommandWords,
} from './commands.ts'
export {
  accountExportWords,
  type ExportTheme,
  exportThemes,
  type LeftOutReason,
} from './compliance/account-export.ts'
export { accountabilityWords } from './compliance/accountability.ts'
export { type BreachWords, breachWords } from './compliance/breaches.ts'
export { disclosureWords, type RegisterWords, registerWords } from './compliance/disclosure.ts'
export { type ImpactWords, impactWords } from './compliance/impact.ts'
export { type KeptProofWords, keptPartsText, keptProofWords } from './compliance/kept-proofs.ts'
export { personErasureWords } from './compliance/person-erasure.ts'
export { type PublicNoticeWords, publicNoticeWords } from './compliance/public-notice.ts'
export { purposeWord } from './compliance/purpose-names.ts'
export { type RequestLetterWords, requestLetterWords } from './compliance/request-letters.ts'
export { type RequestPageWords, requestPageWords } from './compliance/request-page.ts'
export { trainingWords } from './compliance/training.ts'
export { consentWords } from './consent.ts'
export { contactsWords } from './contacts.ts'
export { copyCodeWords } from './copy-code.ts'
export { countriesWords } from './countries.ts'
export { type DemoWords, demoWords } from './demo.ts'
export { webhooksCommandWords } from './developers/webhooks-command.ts'
export { paperWords } from './files.ts'
export {
  heldSentences,
  heldTableNames,
  heldValues,
  whyOfColumn,
  whysTranslated,
} from './held/index.ts'
export { httpWords } from './http.ts'
export {
  analysisWords,
  classifyWords,
  customLeftWords,
  dropWords,
  heldWords,
  intakeWords,
  problemWords,
  quarantineNextWords,
  quarantineSentence,
  quarantineWords,
  rejectionWords,
  sensitiveLeftWords,
  sourceWords,
} from './intake.ts'
export { ledgerCommandWords } from './ledger-command.ts'
export { linksWords } from './links.ts'
export { notificationsWords } from './notifications.ts'
export { type AnswerWords, answerWords } from './person-answer.ts'
export { type PersonCopyWords, personCopyWords } from './person-copy.ts'
export {
  type PreferencesPageWords,
  preferencesPages,
  preferencesWords,
} from './preferences/index.ts'
export { privacyWords } from './privacy.ts'
export { consentsCommandWords, receiptsWords } from './receipts.ts'
export { type RequestAnswerWords, requestAnswerWords } from './request-answers.ts'
export { restoredCommandWords } from './restored.ts'
export { retentionWords } from './retention.ts'
export { routingWords } from './routing.ts'
export {
  checkWords,
  failureWords,
  holdWords,
  refusalWords,
  sendingWords,
  stateWords,
  stepWords,
} from './sending.ts'
export { sensitiveWords } from './sensitive.ts'
export { type Bilingual, bilingual, glued, type Sentences } from './sentences.ts'
export { moveWords, storageWords } from './storage.ts'
export { vaultWords } from './vault.ts'

/** One line a room: the sentences of its errors and refusals. */
const rooms: readonly Bilingual[] = [
  accountabilityWords,
  accountsWords,
  appWords,
  backupWords,
  campaignsWords,
  checkWords,
  checkupWords,
  consentWords,
  contactsWords,
  countriesWords,
  disclosureWords,
  breachErrorWords,
  failureWords,
  holdWords,
  filesWords,
  httpWords,
  intakeWords,
  linksWords,
  webhooksWords,
  notificationsWords,
  openPointsWords,
  preferencesWords,
  personErasureWords,
  privacyWords,
  receiptsWords,
  refusalWords,
  retentionWords,
  routingWords,
  sendingWords,
  sensitiveWords,
  stateWords,
  stepWords,
  storageWords,
  vaultWords,
]

const tables: Record<Language, Map<string, string>> = { fr: new Map(), en: new Map() }
for (const room of rooms) {
  flatten(room.fr, tables.fr)
  flatten(room.en, tables.en)
}

/** The sentence of an error code or a refusal, or null when there is none. */
export function sentence(
  language: Language,
  code: string,
  details: Readonly<Record<string, ErrorDetail>> = {},
): string | null {
  const template = tables[language].get(code)
  if (template === undefined) return null
  // `{number.reason}`: the detail is a code, and what it says is a sentence of its own.
  const whole = template.replace(
    /\{(\w+)\.(\w+)\}/g,
    (_, group: string, name: string) => tables[language].get(`${group}.${details[name]}`) ?? '',
  )
  return fill(whole, details, language)
}

/** Every code that has a sentence, for the reference pages and the tests that hold them equal. */
export function sentenceCodes(): string[] {
  return [...tables.en.keys()].sort()
}
