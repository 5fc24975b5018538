// Keeps the logo of an account, replaces it, and takes it away.
import { createHash } from 'node:crypto'
import { assert, type Caller } from '../../kernel/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { deleteLogo, type Logo, writeLogo } from './logo-store.ts'
import { type PictureFault, pictureOctetsMax, pictureSideMax, readPicture } from './read-picture.ts'

const faults = {
  unknown: 'preferences.logo_not_a_picture',
  damaged: 'preferences.logo_damaged',
  too_wide: 'preferences.logo_too_wide',
} as const satisfies Record<PictureFault, string>

export async function keepLogo(deps: PreferencesDeps, caller: Caller, file: Buffer): Promise<Logo> {
  const picture = readPicture(file)
  if (typeof picture === 'string') {
    const limits = { side: pictureSideMax, kilobytes: pictureOctetsMax / 1000 }
    throw preferencesError(faults[picture], limits)
  }
  const again = readPicture(picture.octets)
  assert(typeof again !== 'string' && again.width === picture.width, 'a kept picture is one')
  const sha256 = createHash('sha256').update(picture.octets).digest()
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const kept = { sha256, picture, at: deps.clock.now() }
    const logo = await writeLogo(tx, caller.accountId, kept)
    const details = { sha256: logo.sha256 }
    await deps.audit.record(tx, caller, { action: 'preferences.logo_changed', details })
    return logo
  })
}

/** Gone is gone: where there is none nothing happens. */
export async function removeLogo(deps: PreferencesDeps, caller: Caller): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    if (!(await deleteLogo(tx, caller.accountId))) return
    await deps.audit.record(tx, caller, { action: 'preferences.logo_removed', details: {} })
  })
}
