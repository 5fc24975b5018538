// Check digits: arithmetic that tells a real number from one that only looks like it.

const beaLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48
}

/** ISO/IEC 7812-1, annex B: cards, SIREN, IMEI. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = digits.length - 1, even = false; index >= 0; index -= 1, even = !even) {
    const digit = digitAt(digits, index)
    sum += even ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

const nirPattern = /^[12378]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/

/** NIR with its key: 97 minus the first 13 digits modulo 97; Corsica 2A counts as 19, 2B as 18. */
export function passesNir(text: string): boolean {
  if (text.length !== 15 || !nirPattern.test(text)) return false
  const body = text.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - (Number(body) % 97) === Number(text.slice(13))
}

/** NIR without its key: a shape only. */
export function looksLikeNirBody(text: string): boolean {
  return text.length === 13 && nirPattern.test(`${text}00`)
}

/** INE before 2018, BEA form: ten digits and the letter of their remainder by 23. */
export function passesBea(text: string): boolean {
  if (!/^\d{10}[A-HJ-NPR-Z]$/.test(text)) return false
  return beaLetters[Number(text.slice(0, 10)) % 23] === text[10]
}

/** INE before 2018, NNE form: six times the base-36 sum of nine, plus the tenth, modulo ten. */
export function passesNne(text: string): boolean {
  if (!/^(?=.*[A-Z])[0-9A-Z]{10}\d$/.test(text)) return false
  let sum = 0
  for (let index = 0; index < 9; index += 1) sum += Number.parseInt(text[index] ?? '0', 36)
  return (6 * sum + Number.parseInt(text[9] ?? '0', 36)) % 10 === Number(text[10])
}

/** French tax number (SPI): the last three digits are the first ten modulo 511. */
export function passesSpi(digits: string): boolean {
  if (!/^[0-3]\d{12}$/.test(digits)) return false
  return Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10))
}

const verhoeffProduct =
  '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210'
const verhoeffTurn =
  '01234567891576283094580379614289160435279453126870428657390127938064157046913258'

/** Verhoeff's check over the group of the pentagon's symmetries. */
function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digitAt(digits, digits.length - 1 - at)
    const turned = digitAt(verhoeffTurn, (at % 8) * 10 + digit)
    check = digitAt(verhoeffProduct, check * 10 + turned)
  }
  return check === 0
}

/** Luxembourg's matricule: birthday, three digits, a Luhn digit, and Verhoeff's over the rest. */
export function passesLuxembourg(digits: string): boolean {
  if (!/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}$/.test(digits)) return false
  return passesLuhn(digits.slice(0, 12)) && passesVerhoeff(digits.slice(0, 11) + digits.slice(12))
}

export function passesSiren(digits: string): boolean {
  return /^\d{9}$/.test(digits) && digits !== '000000000' && passesLuhn(digits)
}

/** SIREN and SIRET both Luhn; the offices of La Poste (356 000 000) sum to a multiple of five. */
export function passesSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || !passesSiren(digits.slice(0, 9))) return false
  if (passesLuhn(digits)) return true
  if (!digits.startsWith('356000000')) return false
  let sum = 0
  for (let index = 0; index < 14; index += 1) sum += digitAt(digits, index)
  return sum % 5 === 0
}

/** EAN-8, UPC-12 and EAN-13 (GS1 General Specifications, 7.9). */
export function passesEan(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,13})$/.test(digits)) return false
  let sum = 0
  for (let index = digits.length - 2, three = true; index >= 0; index -= 1, three = !three) {
    sum += digitAt(digits, index) * (three ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10 === digitAt(digits, digits.length - 1)
}

/** French VAT number: FR, key, SIREN; the key is (12 + 3 (SIREN mod 97)) mod 97. */
export function passesFrenchVat(text: string): boolean {
  if (!/^FR\d{11}$/.test(text)) return false
  const siren = text.slice(4)
  return passesSiren(siren) && (12 + 3 * (Number(siren) % 97)) % 97 === Number(text.slice(2, 4))
}
