// The HTTP of logos: chosen by the account, shown to everybody. Thin.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { takeUpload } from '../../files/index.ts'
import { defineDownload, defineRoute, defineUpload, type Route } from '../../http/index.ts'
import { isoTime } from '../../kernel/index.ts'
import * as shapes from '../contract.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { keepLogo, removeLogo } from './keep-logo.ts'
import { findLogo, type Logo, pictureInAnyAccount } from './logo-store.ts'
import { pictureOctetsMax } from './read-picture.ts'

/** From one address a minute: a browser asks once and keeps it. */
const picturesPerMinute = 300
/** The address names the octets: they never change. */
const forEver = 'public, max-age=31536000, immutable'

const viewOf = ({ sha256, mediaType, width, height, addedAt }: Logo): shapes.LogoView => ({
  ...{ url: logoPath(sha256), mediaType, width, height, addedAt: isoTime(addedAt) },
})

const logoPath = (sha256: string): string => `/logos/${sha256}`

export function logoRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['GET /v1/logo'],
      needs: 'session',
      summary: 'Show the logo of the account, or that there is none',
      handle: async ({ accountId }) => {
        const logo = await deps.database.inAccount(accountId, (tx) => findLogo(tx, accountId))
        return { logo: logo === null ? null : viewOf(logo) }
      },
    }),
    defineUpload({
      ...preferencesApi['PUT /v1/logo'],
      needs: 'account.manage',
      summary: 'Choose the logo that forms and people’s pages show',
      description:
        'PNG or JPEG, known by its octets; at most 100 kB and 1,000 pixels a side. What a file carries beside the picture (a place, a camera, a comment) is not kept.',
      fileOctetsMax: pictureOctetsMax,
      errors: [
        'preferences.logo_not_a_picture',
        'preferences.logo_damaged',
        'preferences.logo_too_wide',
        'files.uploads_too_many',
      ],
      handle: async (caller, { file }) => {
        await takeUpload(deps, caller.accountId)
        return { logo: viewOf(await keepLogo(deps, caller, await buffer(file.stream))) }
      },
    }),
    defineRoute({
      ...preferencesApi['DELETE /v1/logo'],
      needs: 'account.manage',
      summary: 'Take the logo away',
      handle: async (caller) => removeLogo(deps, caller),
    }),
    defineDownload({
      path: '/logos/:sha256',
      needs: 'none',
      summary: 'Show the logo of an account, by the fingerprint of its octets',
      mediaType: 'image/png',
      params: shapes.logoParams,
      query: shapes.anyQuery,
      perMinuteMax: picturesPerMinute,
      errors: ['preferences.logo_not_found'],
      handle: async (_caller, { params, exchange }) => {
        const sha256 = Buffer.from(params.sha256, 'hex')
        const found = await deps.database.inAnyAccount((tx) => pictureInAnyAccount(tx, sha256))
        if (found === null) throw preferencesError('preferences.logo_not_found')
        exchange.setHeader('cache-control', forEver)
        const { mediaType, picture } = found
        const fileName = mediaType === 'image/png' ? 'logo.png' : 'logo.jpg'
        return { fileName, mediaType, stream: Readable.from([picture]) }
      },
    }),
  ]
}
