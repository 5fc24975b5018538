// Puts values in a sentence's {places}.
import type { Right } from '../../kernel/index.ts'

/** `{segments} part(s)`: the word behind a number has its ending by that number. */
const counted = /(\d(?:[\d\s.,]*\d)?) (\p{L}+)\(s\)/gu

type Values = Readonly<Record<string, string | number>>

/** Nobody reads the name that code has for a right: `notAllowed` says in words what it lets one do. */
type WithoutRights<T> = {
  [Place in keyof T]: [Extract<T[Place], Right>] extends [never] ? T[Place] : never
}

export function fill<T extends Values>(sentence: string, values: T & WithoutRights<T>): string {
  const known: Values = values
  return sentence
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(known[name] ?? whole))
    .replace(counted, (_whole, number: string, word: string) =>
      number === '1' ? `1 ${word}` : `${number} ${word}s`,
    )
}
