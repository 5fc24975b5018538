// What stood around the boxes of a form, named: the page carries its version, and proves it.
import { createHash, timingSafeEqual } from 'node:crypto'
import { type CountryCode, numberStatements } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { Form } from '../form.ts'

type Shown = Pick<Form, 'id' | 'notice' | 'wordingIds'>

/** The same notice, wordings and statements have the same version. */
export function versionOf(
  { notice, wordingIds }: Pick<Shown, 'notice' | 'wordingIds'>,
  country: CountryCode,
  at: Instant,
): string {
  const shown = JSON.stringify([notice, wordingIds, ...numberStatements(country, at)])
  return createHash('sha256').update(shown).digest('hex').slice(0, 32)
}

type SealDeps = Pick<PreferencesDeps, 'vault'>

const tagOfVersion = (deps: SealDeps, form: Shown, shownAt: string, version: string) =>
  deps.vault.installationTag('preferences_seal', `${form.id} ${shownAt} ${version}`)

/** Stands behind the seal of the page: a correction made while somebody reads changes nothing. */
export function sealVersion(
  deps: SealDeps,
  form: Shown,
  shown: { at: string; version: string },
): string {
  const tag = tagOfVersion(deps, form, shown.at, shown.version)
  return `${shown.version}.${tag.toString('hex')}`
}

/** Null: the page says none, or one that we did not write. */
export function sealedVersion(deps: SealDeps, form: Shown, seal: string): string | null {
  const [shownAt = '', , version = '', tag = ''] = seal.split('.')
  const own = tagOfVersion(deps, form, shownAt, version)
  const said = Buffer.from(tag, 'hex')
  return said.length === own.length && timingSafeEqual(said, own) ? version : null
}
