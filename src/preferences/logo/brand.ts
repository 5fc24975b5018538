// What stands at the head of a public page: the account's name, and its logo where it has one.
import type { Account } from '../../accounts/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Brand } from '../html.ts'
import { findLogo, pictureOf } from './logo-store.ts'

export async function brandOf(tx: Tx, { id, name }: Account): Promise<Brand> {
  const logo = await findLogo(tx, id)
  if (logo === null) return { name, logo: null }
  const { sha256, width, height } = logo
  return { name, logo: { src: `/logos/${sha256}`, width, height } }
}

/** For a file that stands alone: the picture is in it. */
export async function brandInside(tx: Tx, account: Account): Promise<Brand> {
  const brand = await brandOf(tx, account)
  const found = brand.logo === null ? null : await pictureOf(tx, account.id)
  if (brand.logo === null || found === null) return { name: brand.name, logo: null }
  const src = `data:${found.mediaType};base64,${found.picture.toString('base64')}`
  return { name: brand.name, logo: { ...brand.logo, src } }
}
