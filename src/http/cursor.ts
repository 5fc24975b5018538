// Cursors of lists: where the next page begins, opaque to the caller and typed to the list.
import { z } from 'zod'
import { AppError } from '../kernel/index.ts'
import type { CursorAsked, CursorText } from './contract.ts'

/**
 * What a place in a list is made of. Each is checked as it is read back, before it goes anywhere.
 */
export const cursorPart = {
  uuid: <T extends string = string>() => part<T>(z.uuid().toLowerCase()),
  /** An instant in milliseconds, within what JavaScript and PostgreSQL both know. */
  instant: () => part<number>(z.int().min(0).max(253_402_300_799_999)),
  /** Within four octets, unless the column is wider. */
  integer: (max = 2_147_483_647) => part<number>(z.int().min(0).max(max)),
}

export type CursorPart<T> = { schema: z.ZodType; value?: T }
type Parts = Readonly<Record<string, CursorPart<unknown>>>
type Place<P extends Parts> = { [K in keyof P]: P[K] extends CursorPart<infer T> ? T : never }

const part = <T>(schema: z.ZodType): CursorPart<T> => ({ schema })

export type Cursor<P extends Parts> = {
  /** None asked, none given; what this list did not write is refused. */
  read(asked: CursorAsked | undefined): Place<P> | null
  write(place: Place<P>): CursorText
}

/**
 * The cursor of one list: its name and its parts. It is not secret: never put personal data in it.
 * A cursor of another list, or one that somebody made up, is told and not passed on.
 */
export function defineCursor<const P extends Parts>(list: string, parts: P): Cursor<P> {
  const names = Object.keys(parts)
  const values = names.map((name) => parts[name]?.schema ?? z.never())
  const schema = z.tuple([z.literal(list), ...values])
  return {
    read: (asked) => {
      if (asked === undefined) return null
      const found = schema.safeParse(parsed(asked as unknown as string))
      if (!found.success) throw cursorInvalid()
      const [, ...read] = found.data as unknown[]
      return Object.fromEntries(names.map((name, index) => [name, read[index]])) as Place<P>
    },
    write: (place) => {
      const key = [list, ...names.map((name) => place[name as keyof P])]
      const text = Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')
      return text as CursorText
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

function cursorInvalid(): AppError {
  return new AppError(
    'http.cursor_invalid',
    'invalid',
    'This cursor is not one that the API gave; start again without a cursor.',
  )
}
