// The kind of every error code, which decides the HTTP status.
import { accountabilityErrorKinds } from '../../accountability/index.ts'
import { accountsErrorKinds } from '../../accounts/index.ts'
import { backupErrorKinds } from '../../backup/index.ts'
import { campaignsErrorKinds } from '../../campaigns/index.ts'
import { consentErrorKinds } from '../../consent/index.ts'
import { contactsErrorKinds } from '../../contacts/index.ts'
import { disclosureErrorKinds } from '../../disclosure/index.ts'
import { governanceErrorKinds } from '../../governance/index.ts'
import { httpErrorKinds, statusOf } from '../../http/index.ts'
import { intakeErrorKinds } from '../../intake/index.ts'
import type { ErrorKind } from '../../kernel/index.ts'
import { linksErrorKinds } from '../../links/index.ts'
import { notificationsErrorKinds } from '../../notifications/index.ts'
import { preferencesErrorKinds } from '../../preferences/index.ts'
import { privacyErrorKinds } from '../../privacy/index.ts'
import { receiptsErrorKinds } from '../../receipts/index.ts'
import { retentionErrorKinds } from '../../retention/index.ts'
import { routingErrorKinds } from '../../routing/index.ts'
import { sendingErrorKinds } from '../../sending/index.ts'
import { sensitiveErrorKinds } from '../../sensitive/index.ts'
import { vaultErrorKinds } from '../../vault/index.ts'
import { webhooksErrorKinds } from '../../webhooks/index.ts'
import { sentence } from '../../words/index.ts'

const kinds: Readonly<Record<string, ErrorKind>> = {
  ...accountabilityErrorKinds,
  ...accountsErrorKinds,
  ...backupErrorKinds,
  ...campaignsErrorKinds,
  ...consentErrorKinds,
  ...contactsErrorKinds,
  ...disclosureErrorKinds,
  ...governanceErrorKinds,
  ...intakeErrorKinds,
  ...linksErrorKinds,
  ...notificationsErrorKinds,
  ...preferencesErrorKinds,
  ...privacyErrorKinds,
  ...receiptsErrorKinds,
  ...retentionErrorKinds,
  ...routingErrorKinds,
  ...sendingErrorKinds,
  ...sensitiveErrorKinds,
  ...vaultErrorKinds,
  ...webhooksErrorKinds,
}

/** Of rooms that only start and store: what fails there is not there for now. */
const roomsOfTheInfrastructure = ['app.', 'storage.']

/** A refusal that answers a request is a code without a line above: the request is invalid. */
export function kindOfError(code: string): ErrorKind | null {
  const known = kinds[code]
  if (known !== undefined) return known
  if (roomsOfTheInfrastructure.some((room) => code.startsWith(room))) return 'unavailable'
  return sentence('en', code) === null ? null : 'invalid'
}

/** The HTTP status of an error by its code; null where nobody makes an error of it. */
export function statusOfError(code: string): number | null {
  const ofKit: Readonly<Record<string, ErrorKind | null>> = httpErrorKinds
  const kind = code in ofKit ? (ofKit[code] ?? null) : kindOfError(code)
  return kind === null && !(code in ofKit) ? null : statusOf(code, kind)
}
