// Puts values in a sentence's {places}.
import type { Right } from '../../kernel/index.ts'

type Values = Readonly<Record<string, string | number>>

/** Nobody reads the name that code has for a right: `notAllowed` says in words what it lets one do. */
type WithoutRights<T> = {
  [Place in keyof T]: [Extract<T[Place], Right>] extends [never] ? T[Place] : never
}

export function fill<T extends Values>(sentence: string, values: T & WithoutRights<T>): string {
  const known: Values = values
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(known[name] ?? whole))
}
