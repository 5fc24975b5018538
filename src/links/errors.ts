// Error codes of links; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const linksErrorKinds = {
  'links.switched_off': 'conflict',
  'links.address_missing': 'conflict',
  'links.target_unfit': 'invalid',
  'links.too_many': 'conflict',
  'links.link_not_found': 'not_found',
} as const satisfies Record<string, ErrorKind>
export type LinksErrorCode = keyof typeof linksErrorKinds
export const linksErrorCodes = Object.keys(linksErrorKinds) as LinksErrorCode[]

export const linksError = (code: LinksErrorCode): AppError =>
  new AppError(code, linksErrorKinds[code], sentence('en', code) ?? code)
