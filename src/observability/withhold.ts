// The last guard before a log line: a text that may tell of a person does not get through.

export const withheld = '[withheld]'

const lengthMax = 80
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/
/** A trace id, a SHA-256: longer than any number of a telephone. */
const hexadecimal = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/
/** Seven digits or more, with what people put between them: no telephone number has fewer. */
const telephone = /\d(?:[().\-/]*\d){6,}/

/** Codes, names of things and ids pass; numbers of telephones, e-mail and sentences do not. */
export function withholdFreeText(text: string): string {
  if (uuid.test(text) || instant.test(text) || hexadecimal.test(text)) return text
  if (text.length > lengthMax || /\s/.test(text) || text.includes('@') || telephone.test(text)) {
    return withheld
  }
  return text
}
