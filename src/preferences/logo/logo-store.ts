// The SQL of an account's logo.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Picture } from './read-picture.ts'

export type Logo = Pick<Picture, 'mediaType' | 'width' | 'height'> & {
  /** Of the picture, hexadecimal: its address. */
  sha256: string
  addedAt: Instant
}
type LogoRow = Omit<Logo, 'sha256'> & { sha256: Buffer }

const columns = 'sha256, media_type as "mediaType", width, height, added_at as "addedAt"'
const toLogo = ({ sha256, ...row }: LogoRow): Logo => ({ ...row, sha256: sha256.toString('hex') })

export async function findLogo(tx: Tx, accountId: AccountId): Promise<Logo | null> {
  const { rows } = await tx.query<LogoRow>(
    `select ${columns} from preferences.logo where account_id = $1`,
    [accountId],
  )
  return rows[0] === undefined ? null : toLogo(rows[0])
}

export async function writeLogo(
  tx: Tx,
  accountId: AccountId,
  { sha256, picture, at }: { sha256: Buffer; picture: Picture; at: Instant },
): Promise<Logo> {
  const { mediaType, width, height, octets } = picture
  await tx.query(
    `insert into preferences.logo (account_id, sha256, media_type, width, height, picture, added_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (account_id) do update set sha256 = excluded.sha256,
       media_type = excluded.media_type, width = excluded.width, height = excluded.height,
       picture = excluded.picture, added_at = excluded.added_at`,
    [accountId, sha256, mediaType, width, height, octets, toTimestamp(at)],
  )
  return { sha256: sha256.toString('hex'), mediaType, width, height, addedAt: at }
}

/** False where there was none. */
export async function deleteLogo(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rowCount } = await tx.query('delete from preferences.logo where account_id = $1', [
    accountId,
  ])
  return rowCount === 1
}

type Shown = { mediaType: Picture['mediaType']; picture: Buffer }

export async function pictureInAnyAccount(tx: Tx, sha256: Buffer): Promise<Shown | null> {
  const { rows } = await tx.query<Shown>(
    `select media_type as "mediaType", picture from preferences.logo where sha256 = $1 limit 1`,
    [sha256],
  )
  return rows[0] ?? null
}

export async function pictureOf(tx: Tx, accountId: AccountId): Promise<Shown | null> {
  const { rows } = await tx.query<Shown>(
    `select media_type as "mediaType", picture from preferences.logo where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}
