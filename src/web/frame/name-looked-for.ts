// A name that was typed into the search of the whole app, on its way to the contacts. It is
// personal: it stands in no address and in no history of the browser, and is taken once.
let name: string | null = null

export function handName(typed: string): void {
  name = typed
}

export function takeName(): string | null {
  const taken = name
  name = null
  return taken
}

/** Letters, as in a name: numbers and addresses of e-mail are found at once, and elsewhere. */
export const mayBeName = (text: string): boolean =>
  text.trim().length >= 2 && text.length <= 100 && /^[\p{L}\p{M}\s'’.-]+$/u.test(text.trim())
