// Error codes of links; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const linksErrorKinds = {
  'links.switched_off': 'conflict',
  'links.address_missing': 'conflict',
  'links.target_unfit': 'invalid',
  'links.too_many': 'conflict',
  'links.link_not_found': 'not_found',
} as const satisfies Record<string, ErrorKind>
export type LinksErrorCode = keyof typeof linksErrorKinds
export const linksErrorCodes = Object.keys(linksErrorKinds) as LinksErrorCode[]

const messages: Readonly<Record<LinksErrorCode, string>> = {
  'links.switched_off': 'Short links are off. The owner switches them on in the settings.',
  'links.address_missing':
    'This installation has no public address (ACCORD_URL), so a link would lead nowhere.',
  'links.target_unfit':
    'A link leads to an https address of a public name, without a user or password in it.',
  'links.too_many': 'The account has 10,000 links that are on. Switch off those no longer used.',
  'links.link_not_found': 'There is no such link.',
}

export const linksError = (code: LinksErrorCode): AppError =>
  new AppError(code, linksErrorKinds[code], messages[code])
