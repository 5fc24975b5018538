// The HTTP status of each error code, by the rooms' own makers of errors: nothing is written twice.
import { accountsError } from '../accounts/index.ts'
import { campaignsError } from '../campaigns/index.ts'
import { consentError, refusalError } from '../consent/index.ts'
import { contactsError } from '../contacts/index.ts'
import { governanceErrorKinds } from '../governance/index.ts'
import { httpErrorKinds, statusOf } from '../http/index.ts'
import { intakeError } from '../intake/index.ts'
import type { AppError, ErrorKind } from '../kernel/index.ts'
import { preferencesError } from '../preferences/index.ts'
import { receiptsError } from '../receipts/index.ts'
import { routingError, senderRefusalCodes } from '../routing/index.ts'
import { sendingError } from '../sending/index.ts'
import { sensitiveError } from '../sensitive/index.ts'
import { vaultError } from '../vault/index.ts'

type Made = { kind: ErrorKind | undefined }
/** A room's maker takes its own codes alone; here they come from its own list. */
type Maker = (code: never, ...rest: never[]) => AppError
type AnyMaker = (code: string, message: string) => Made
const by = (maker: Maker) => (code: string) => (maker as unknown as AnyMaker)(code, '').kind

const kindsOfRooms: Readonly<Record<string, (code: string) => ErrorKind | null | undefined>> = {
  app: () => 'unavailable',
  storage: () => 'unavailable',
  http: (code) => httpErrorKinds[code as keyof typeof httpErrorKinds],
  governance: (code) => governanceErrorKinds[code as keyof typeof governanceErrorKinds],
  vault: by(vaultError),
  accounts: by(accountsError),
  contacts: by(contactsError),
  consent: (code) =>
    by(consentError)(code) ?? refusalError(code.replace('consent.', '') as never).kind,
  receipts: by(receiptsError),
  sensitive: by(sensitiveError),
  intake: by(intakeError),
  // A sender that is refused is a fault of the request.
  routing: (code) =>
    senderRefusalCodes.some((one) => one === code) ? 'invalid' : by(routingError)(code),
  sending: by(sendingError),
  preferences: (code) => by(preferencesError)(code) ?? 'invalid',
  campaigns: by(campaignsError),
}

/** Null for a room or a code that nobody makes an error of. */
export function statusOfError(code: string): number | null {
  const [room = ''] = code.split('.')
  const kind = kindsOfRooms[room]?.(code)
  return kind === undefined ? null : statusOf(code, kind)
}
