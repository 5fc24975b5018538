// Cursors of lists: the sort key of the last item, in base64url, opaque to the caller.
import { AppError } from '../kernel/index.ts'

/** Writes the key of a page's last item. It is not secret: never put personal data in a sort key. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')
}

/** Reads a cursor back, or says that it is not one of ours. `null` in, `null` out. */
export function readCursor(
  cursor: string | null | undefined,
  length: number,
): (string | number)[] | null {
  if (cursor === null || cursor === undefined) return null
  const key = parse(cursor)
  if (
    !Array.isArray(key) ||
    key.length !== length ||
    !key.every((part) => typeof part === 'string' || typeof part === 'number')
  ) {
    throw new AppError(
      'http.cursor_invalid',
      'invalid',
      'This cursor is not one that the API gave; start again without a cursor.',
    )
  }
  return key
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
