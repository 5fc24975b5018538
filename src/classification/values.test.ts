// The published table of values: what each cell is, and the look-alikes that it is not.
import { describe, expect, test } from 'vitest'
import { cellOf, recognisers } from './recognisers/index.ts'
import { isFirstName, isFullName } from './recognisers/names.ts'
import { isCity, isCompanyName } from './recognisers/things.ts'
import { specialWordIn } from './special-words.ts'

const passes = (id: string, value: string): boolean => {
  const recogniser = recognisers().find((one) => one.id === id)
  if (recogniser === undefined) throw new Error(`no recogniser ${id}`)
  return recogniser.test(cellOf(value))
}

// biome-ignore format: a table reads as a table
const table: readonly (readonly [id: string, yes: readonly string[], no: readonly string[]])[] = [
  ['nir', ['2 95 10 99 126 111 93', '253072B07300470', '185057500000147', '1 85 05 2A 004 123 72'.replace('72', nirKey('1850519004123'))],
    ['295109912611199', '495109912611193', '250269000000001', '3017620422003', '123456789012345']],
  ['nir_13', ['2951099126111'], ['5951099126111', '29510991261']],
  ['ine_bea', ['0123456789M', '1234567890V'], ['0123456789A', '0123456789']],
  ['ine_nne', ['0ABCDE0F1G2', '1A2B3C4D5E0'], ['33612345678', '0ABCDE0F1G3']],
  ['ine_rnie', ['123456789AB', '123 456 789 AB'], ['1234567890', '12345678ABC']],
  ['ine_apprentice', ['1234A12345F'], ['1234B12345F']],
  ['fr_spi', ['3023217600053', '30 23 217 600 053'], ['3023217600054']],
  ['be_nn', ['85073003328', '85.07.30-033 28'], ['85073003329']],
  ['de_rvnr', ['65170839J003', '65 170839 J 003', '15 070649 C 103'], ['65170839J004', '65991339J003', '65170839JJ03']],
  ['national_written', ['85.07.30-033.28'], ['85073003328', '85.07.30-033.29', '85.07.30-033 28']],
  ['tax_written', ['41 269 385 033'], ['41269385033', '41 269 385 034']],
  ['ear_tag', ['FR 35 0112 4471', 'DE 01 234 56789', 'ES 0102 3456 7890'], ['FR 35 552 081 317', 'DE 123456789', 'GB 123 4567 89', 'BE 0123 456 789']],
  ['family_first', ['Trelawney, Piers', 'Le Mat, Anne Lise', "O'Brien, T."], ['Trelawney Piers', 'bol, bleu', 'Paris, 75011']],
  ['es_dni', ['54362315K', '54362315-K'], ['54362315Z']],
  ['es_nie', ['X2482300W'], ['X2482300A']],
  ['it_cf', ['RCCMNL83S18D969H'], ['RCCMNL83S18D969A']],
  ['nl_bsn', ['111222333'], ['111252333']],
  ['pt_nif', ['501964843'], ['501964844']],
  ['pl_pesel', ['44051401359'], ['44051401358']],
  ['ie_pps', ['6433435F'], ['6433435E']],
  ['gb_nhs', ['9434765870', '943 476 5870'], ['9434765871']],
  ['gb_nino', ['AB 12 34 56 C'], ['BG123456C', 'AB123456E']],
  ['ch_ahv', ['7569217076985', '756.9217.0769.85'], ['7569217076984']],
  ['at_vnr', ['1237010180'], ['2237010180']],
  ['de_idnr', ['36574261809', '36 574 261 809'], ['36574261890']],
  ['de_kvnr', ['A123456780'], ['A123456781']],
  ['fr_passport', ['19AB12345'], ['1AB12345']],
  ['fr_cni_old', ['880692310285'], ['88069231028']],
  ['fr_cni', ['X4RTBPFW4'], ['X4RTBPFWO']],
  ['mrz', ['IDFRADUPONT<<<<<<<<<<<<<<<<<<<<750000'], ['IDFRA']],
  ['iban', ['FR1420041010050500013M02606', 'FR14 2004 1010 0505 0001 3M02 606', 'DE89370400440532013000', 'BE68539007547034'],
    ['FR1520041010050500013M02606', 'FR142004101005']],
  ['bic', ['BNPAFRPP', 'BNPAFRPPXXX'], ['BNPA', 'PARIS']],
  ['card', ['4111 1111 1111 1111', '5555555555554444', '378282246310005'], ['4111111111111112', '3017620422003']],
  ['email', ['A.B+C@EXAMPLE.ORG', 'zoé.l@exemple.fr', 'Zoé <zoe@example.org>'], ['A@B', 'A@@B.FR', '@zoe', 'zoe at example.org']],
  ['phone', ['0639980001', '06 39 98 00 01', '06.39.98.00.01', '+33639980001', '+33 (0)6 39 98 00 01', '0033639980001',
    '06\u202f39\u202f98\u202f00\u202f01', '+262692123456', '0692123456', '33639980001', '+44 7700 900123', 'Tél : 06 39 98 00 01'],
    ['063998000', '639980001', '0000000000', '12345', '2024-01-01', '192.168.0.1', '3017620422003']],
  ['phone_like', ['639980001', '639980001.0', '07700 900123', '6,39980E+08'], ['1234', '0000000000', 'abc']],
  ['street', ['12 rue du Martyr', '3 bis allée des Pins', '12, avenue Foch 75016 Paris', 'Hauptstraße 5', 'Keizersgracht 123', 'Calle Mayor 12',
    'Via Roma, 8', '221B Baker Street', 'BP 12', 'Am Markt 3'.replace('Am ', 'Neu')], ['un bâtiment', 'Paris', 'rue', 'Chaise 12']],
  ['ip', ['192.0.2.1', '2001:db8::1'], ['256.1.1.1', '12:30', '1.2.3']],
  ['plate_siv', ['AA-123-BB', 'AB123CD', 'ab 123 cd'], ['SS-123-AA', 'AI-123-AA', 'AA-000-AA', 'WW-123-AA']],
  ['plate', ['123 ABC 75', '1234 AB 2A', '12 A 971', 'B-MW 1234', '1234 BCD', 'AB12 CDE'], ['hello world']],
  ['profile', ['https://www.linkedin.com/in/x', '@zoe_l'], ['https://example.org', '@']],
  ['uuid', ['3F2504E0-4F89-41D3-9A0C-0305E82C3301'], ['3F2504E0']],
  ['siren', ['552 100 554'], ['552100555', '000000000']],
  ['siret', ['130 025 265 00013', '35600000049837'], ['13002526500012']],
  ['vat_fr', ['FR40303265045'], ['FR41303265045']],
  ['ean', ['3017620422003', '4006381333931', '036000291452'], ['3017620422004']],
  ['pet_chip', ['250269604000001', '250 26 96 04 000 001'], ['2502696', '295109912611193']],
  ['imei', ['35686800-004141-8'.replace('8', '8')], ['356868000041419']],
  ['date', ['31/12/1985', '1985-12-31', '3 mai 2024', '1er janvier 2024', '31.12.85', '2024-03-01 10:30'], ['31/13/1985', '1985-13-31', '0639980001', '12']],
  ['time', ['10:30', '9h05', '23:59:59'], ['25:00', '10']],
  ['amount', ['12,50 €', '1 234,56', '$12.00', '12.5'], ['12', '2024-01-01', 'abc']],
  ['postcode_fr', ['75001', '97400', '20090'], ['96000', '7500']],
  ['order', ['CMD-2024-0001', 'FAC 2024-12', '#10023'], ['Dupont', '0639980001']],
  ['login', ['jmoreau', 'j.moreau', 'svc_backup', 'tle-goff2'], ['J.Moreau', 'jean dupont', 'jm', '12345']],
  ['number_in_groups', ['12 400', "150'000.00", '1.234.567'], ['12', '12 40', '06 39 98 00 01']],
  ['full_name', ['Fam. Westerhof', 'Mathieu Durand (maint.)', 'Durand Sophie 0639980001', 'S. Maury', 'Sophie & Paul Durand', 'Karim + Sophie Martin', 'Sophie Durand + guest', 'Paul Martin +1', 'Emma Moreau & famille'], ['oui, sem. paires', 'siehe Mutter', 'Lit Paul 140', 'Marie & Louise', 'Paul & Fils', 'Martin & Durand', 'Chaise + table']],
  ['civility', ['Mme', 'M.', 'Herr', 'Sra'], ['Martin']],
]

/** The key of a NIR whose 13 digits are given (Corsica already as 19 or 18). */
function nirKey(body: string): string {
  return String(97 - (Number(body) % 97)).padStart(2, '0')
}

describe('values', () => {
  for (const [id, yes, no] of table) {
    test(`${id} knows its own and refuses its look-alikes`, () => {
      expect(yes.filter((value) => !passes(id, value))).toEqual([])
      expect(no.filter((value) => passes(id, value))).toEqual([])
    })
  }
})

describe('names', () => {
  test('are known by dictionary or civility, never by capitals', () => {
    const names = ['jean dupont', 'dupont jean-pierre', 'mme lefevre', 'zoe de la tour']
    expect(names.filter((name) => !isFullName(name))).toEqual([])
    const others = ['CHAISE HAUTE', 'martin sarl', 'boulangerie dupont', 'tour eiffel', 'jean']
    expect(others.filter((name) => isFullName(name.toLowerCase()))).toEqual([])
    expect(['marie', 'jean-luc', 'giulia', 'sanne'].every(isFirstName)).toBe(true)
  })

  test('of companies and cities are not of people', () => {
    const companies = ['martin sarl', 'garage du port', 'mueller gmbh', 'rossi s.r.l.']
    expect(companies.filter((name) => !isCompanyName(name))).toEqual([])
    const cities = ['saint-etienne', 'le havre', 'lyon 3e', 'boulogne-sur-mer', 'saint pierre']
    expect(cities.filter((name) => !isCity(name))).toEqual([])
    expect(isCity('la')).toBe(false)
  })
})

test('words of health and belief are known in cells, common ones never alone', () => {
  expect(specialWordIn('diabete type 2')).toEqual({ type: 'health', strong: true })
  expect(specialWordIn('menu halal')).toEqual({ type: 'religion', strong: true })
  expect(specialWordIn('cgt')).toMatchObject({ type: 'trade_union' })
  expect(specialWordIn('vol paris-nice')).toEqual({ type: 'criminal_record', strong: false })
  expect(specialWordIn('ev.-luth.')).toEqual({ type: 'religion', strong: true })
  expect(specialWordIn('filcams-cgil')).toEqual({ type: 'trade_union', strong: true })
  expect(specialWordIn('lombosciatique l5')).toEqual({ type: 'health', strong: true })
  expect(specialWordIn('sertraline 50 mg')).toEqual({ type: 'health', strong: true })
  expect(specialWordIn('protestante')).toEqual({ type: 'religion', strong: true })
  for (const harmless of ['chaise en bois', 'konservatorium', 'taubenweg', 'ecrou m6']) {
    expect(specialWordIn(harmless)).toBeNull()
  }
})
