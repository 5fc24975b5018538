// Numbers of identity, bank and goods with right check digits, made without the classifier's code.
import type { Person } from './people.ts'
import type { Rng } from './random.ts'

const two = (value: number): string => String(value).padStart(2, '0')

function mod97(text: string): number {
  let rest = 0
  for (const digit of text) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

export function luhnDigit(body: string): string {
  let sum = 0
  ;[...body].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  })
  return String((10 - (sum % 10)) % 10)
}

type NirPlace = 'metropole' | 'corsica' | 'abroad' | 'any'

/** Sex, year, month, place of birth (2A/2B in Corsica, 99 abroad), order, key. */
export function nir(rng: Rng, person: Person, where: NirPlace = 'any'): string {
  const place = where === 'any' ? rng.pick(['metropole', 'metropole', 'corsica', 'abroad']) : where
  const department =
    place === 'corsica' ? rng.pick(['2A', '2B']) : place === 'abroad' ? '99' : two(rng.int(1, 95))
  const commune = place === 'abroad' ? String(rng.int(100, 399)) : rng.digits(3)
  const sex = person.isWoman ? '2' : '1'
  const { year, month } = person.birth
  const body = `${sex}${two(year % 100)}${two(month)}${department}${commune}${rng.digits(3)}`
  const digits = body.replace('2A', '19').replace('2B', '18')
  return body + two(97 - mod97(digits))
}

export function spacedNir(number: string): string {
  return [0, 1, 3, 5, 7, 10, 13]
    .map((from, at, cuts) => number.slice(from, cuts[at + 1] ?? 15))
    .join(' ')
}

const beaLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

export function ineBea(rng: Rng): string {
  const body = `0${rng.digits(9)}`
  return body + beaLetters[Number(body) % 23]
}

export function ineRnie(rng: Rng): string {
  return rng.digits(9) + rng.letters(2, beaLetters)
}

export function ineNne(rng: Rng): string {
  for (;;) {
    const body = `${rng.digits(1)}${rng.letters(4)}${rng.digits(1)}${rng.letters(1)}${rng.digits(3)}`
    const values = [...body].map((sign) => Number.parseInt(sign, 36))
    const sum = values.slice(0, 9).reduce((total, value) => total + value, 0)
    return body + ((6 * sum + (values[9] ?? 0)) % 10)
  }
}

export function spi(rng: Rng): string {
  const body = `${rng.int(0, 3)}${rng.digits(9)}`
  return body + String(Number(body) % 511).padStart(3, '0')
}

export function siren(rng: Rng): string {
  const body = `${rng.int(3, 8)}${rng.digits(7)}`
  return body + luhnDigit(body)
}

export function siret(rng: Rng): string {
  const body = `${siren(rng)}000${rng.int(1, 9)}`
  return body + luhnDigit(body)
}

export function frenchVat(rng: Rng): string {
  const number = siren(rng)
  return `FR${two((12 + 3 * (Number(number) % 97)) % 97)}${number}`
}

export function ean13(rng: Rng): string {
  return eanOf(rng.pick(['30', '34', '36', '40', '54', '76', '80', '87']) + rng.digits(10))
}

export function isbn13(rng: Rng): string {
  return eanOf(`978${rng.digits(9)}`)
}

function eanOf(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return body + String((10 - (sum % 10)) % 10)
}

export function card(rng: Rng): string {
  const body = rng.pick(['4', '51', '53', '4970', '4978']).padEnd(4, '2') + rng.digits(11)
  return body + luhnDigit(body)
}

export function petChip(rng: Rng): string {
  return `25026${rng.int(8, 9)}${rng.digits(9)}`
}

const ibanLetters = (text: string) => [...text].map((sign) => Number.parseInt(sign, 36)).join('')

function iban(country: string, account: string): string {
  return `${country}${two(98 - mod97(ibanLetters(`${account}${country}00`)))}${account}`
}

export function frenchIban(rng: Rng): string {
  const [bank, branch, account] = [rng.digits(5), rng.digits(5), rng.digits(11)]
  const key = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97)
  return iban('FR', `${bank}${branch}${account}${two(key)}`)
}

export function germanIban(rng: Rng): string {
  return iban('DE', `${rng.int(1, 8)}${rng.digits(17)}`)
}

export function belgianIban(rng: Rng): string {
  const body = rng.digits(10)
  return iban('BE', body + two(mod97(body) || 97))
}

export function spanishIban(rng: Rng): string {
  const [bank, account] = [rng.digits(8), rng.digits(10)]
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
  const digit = (text: string) => {
    const sum = [...text].reduce((total, sign, at) => total + Number(sign) * (weights[at] ?? 0), 0)
    const rest = 11 - (sum % 11)
    return String(rest === 11 ? 0 : rest === 10 ? 1 : rest)
  }
  return iban('ES', `${bank}${digit(`00${bank}`)}${digit(account)}${account}`)
}

export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}

export function belgianNumber(rng: Rng, { birth }: Person): string {
  const body = `${two(birth.year % 100)}${two(birth.month)}${two(birth.day)}${rng.digits(3)}`
  const dated = birth.year >= 2000 ? `2${body}` : body
  const key = two(97 - mod97(dated))
  return `${body.slice(0, 2)}.${body.slice(2, 4)}.${body.slice(4, 6)}-${body.slice(6)}.${key}`
}

export function spanishDni(rng: Rng): string {
  const body = `${rng.int(1, 9)}${rng.digits(7)}`
  return body + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(body) % 23]
}

export function spanishNie(rng: Rng): string {
  const [letter, body] = [rng.int(0, 2), rng.digits(7)]
  return 'XYZ'[letter] + body + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(`${letter}${body}`) % 23]
}

export function dutchBsn(rng: Rng): string {
  for (;;) {
    const body = `${rng.int(1, 7)}${rng.digits(7)}`
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0)
    if (sum % 11 < 10) return body + String(sum % 11)
  }
}

export function pesel(rng: Rng, { birth }: Person): string {
  const month = two(birth.month + (birth.year >= 2000 ? 20 : 0))
  const body = `${two(birth.year % 100)}${month}${two(birth.day)}${rng.digits(4)}`
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return body + String((10 - (sum % 10)) % 10)
}

export function swissAhv(rng: Rng): string {
  const body = `756${rng.digits(9)}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  const all = body + String((10 - (sum % 10)) % 10)
  return `${all.slice(0, 3)}.${all.slice(3, 7)}.${all.slice(7, 11)}.${all.slice(11)}`
}

export function nhs(rng: Rng): string {
  for (;;) {
    const body = `${rng.int(4, 7)}${rng.digits(8)}`
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const digit = (11 - (sum % 11)) % 11
    if (digit < 10) return `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}${digit}`
  }
}

export function nino(rng: Rng): string {
  const prefix = rng.pick(['AB', 'CE', 'JG', 'NP', 'SK', 'WM'])
  return `${prefix} ${rng.digits(2)} ${rng.digits(2)} ${rng.digits(2)} ${rng.pick(['A', 'B', 'C', 'D'])}`
}

export function pps(rng: Rng): string {
  const body = rng.digits(7)
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  return body + 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23]
}

export function portugueseNif(rng: Rng): string {
  const body = `${rng.pick(['1', '2'])}${rng.digits(7)}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0)
  return body + String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
}

/** German tax number: one digit stands twice among the first ten; ISO 7064 mod 11,10. */
export function germanTaxId(rng: Rng): string {
  const order = '0123456789'.split('').sort(() => rng.next() - 0.5)
  const [spare] = order.splice(rng.int(0, 9), 1)
  const body = [...order]
  body.splice(rng.int(1, 8), 0, order.find((digit) => digit !== spare) ?? '1')
  if (body[0] === '0') body.push(body.shift() ?? '0')
  let product = 10
  for (const digit of body) {
    let sum = (Number(digit) + product) % 10
    if (sum === 0) sum = 10
    product = (sum * 2) % 11
  }
  return body.join('') + String((11 - product) % 10)
}

const oddValues = 'BAKPLCQDREVOSFTGUHMINJWZYX'
const codeMonths = 'ABCDEHLMPRST'

export function codiceFiscale(rng: Rng, { birth, isWoman }: Person): string {
  const day = two(birth.day + (isWoman ? 40 : 0))
  const place = `${rng.pick(['A', 'D', 'F', 'H', 'L'])}${rng.digits(3)}`
  const month = codeMonths[birth.month - 1]
  const body = `${rng.letters(6, 'BCDFGLMNPRSTVZ')}${two(birth.year % 100)}${month}${day}${place}`
  let sum = 0
  ;[...body].forEach((sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65
    sum += at % 2 === 1 ? value : oddValues.indexOf(String.fromCharCode(65 + value))
  })
  return body + String.fromCharCode(65 + (sum % 26))
}
