// Headers over what articles 9 and 10 protect, as programs and people write them,
// and what looks alike.
import { describe, expect, test } from 'vitest'
import { FileClassifier } from './index.ts'

const people = [
  ['BOSSUET', 'Yolaine'],
  ['TRAN', 'Minh'],
  ['GUEZENNEC', 'Alwena'],
]

function typeOf(header: string, cells: string): string | undefined {
  const values = cells.split(',')
  const rows = people.map((person, index) => [...person, values[index % values.length] ?? ''])
  const classifier = new FileClassifier(['Nom', 'Prénom', header], rows)
  for (const row of rows) classifier.row(row)
  return classifier.finish().columns[2]?.type
}

/** Headers between bars, and the cells below them. */
const told: readonly (readonly [type: string, headers: string, cells: string])[] = [
  ['health', 'hearing_impaired|Déficience visuelle|Sans gluten|rolstoel', 'oui,non,non'],
  ['health', 'Dispense de sport|Beschaeftigungsverbot|krank_gemeldet|adhd', 'oui,non,non'],
  ['health', 'substance_use|Essensunverträglichkeit|Plainte principale', 'a,b,c'],
  ['health', 'Trouble du spectre autistique', 'oui,non,non'],
  ['health', 'Rens. cliniques|Infos clin.|Contexte clin.|Signes cliniques', 'a,b,c'],
  ['health', 'Clin. info|Clinical details|Clin hx|Prov. diagnosis', 'a,b,c'],
  ['health', 'Klin. Angaben|klinische Fragestellung|Verd.-Diagn.|Klin. geg.', 'a,b,c'],
  ['health', 'Datos clín.|Inf. clínica|Sosp. diagn.|Notizie clin.|Quesito diagn.', 'a,b,c'],
  ['religion', 'Tauftag|doopdatum|data_battesimo', '02.01.2020,03.04.2021,05.06.2022'],
  ['religion', 'parish|Synagogue|home_church', 'St Mary,All Saints,Holy Trinity'],
  ['religion', 'Religionszugehoerigkeit', 'a,b,c'],
  ['political_opinion', 'party_member_since|Parteieintritt', '2012,2015,2020'],
  ['political_opinion', 'Échelle gauche-droite|ideology_score', '1,5,7'],
  ['trade_union', 'ver.di-Nr.|CNV lidnr|UNISON no.', '12345,23456,34567'],
  ['ethnic_origin', 'skin_tone|national_origin|Culturele achtergrond', 'a,b,c'],
  ['sexual_orientation', 'Partnergeschlecht|Sexo del cónyuge|partner_sex', 'M,F,F'],
  ['sexual_orientation', 'looking_for|Cherche', 'men,women,both'],
  ['criminal_record', 'Führungszeugnis gültig bis|dbs_cert_date', '02.01.2025,03.02.2025'],
  ['criminal_record', 'inmate_number|Strafmaß|taakstraf_uren', '12,14,16'],
]

describe('protected by articles 9 and 10', () => {
  for (const [type, headers, cells] of told) {
    test.each(headers.split('|'))(`${type}: %s`, (header) => {
      expect(typeOf(header, cells)).toBe(type)
    })
  }
})

describe('something else', () => {
  test.each([
    ['Union Street', '12,14,16'],
    ['Third party', 'Acme Ltd,Beta SA,Gamma GmbH'],
    ['Race category', 'M40,F35,M50'],
    ['Conditions de paiement', '30 j,comptant,45 j'],
    ['Casier vestiaire', 'A12,A13,A14'],
    ['Mother tongue', 'French,German,Spanish'],
    ['T-shirt', 'M,L,S'],
    ['Clinic name', 'Acacia,Les Tilleuls,Riverside'],
    ['Support level', '1,2,3'],
    ['Looking for', 'a job,a flat,a car'],
  ])('%s', (header, cells) => {
    const personal =
      /^(?:name|first_name|last_name|health|religion|political_opinion|trade_union|ethnic_origin|sexual_orientation|criminal_record)$/
    expect(typeOf(header, cells)).not.toMatch(personal)
  })

  test('a header that every object of the language has as well', () => {
    for (const header of ['Constructor', '__proto__', 'toString', 'valueOf'])
      expect(typeOf(header, 'McLaren,Ferrari,Williams')).toBeDefined()
  })
})

describe('beside voters', () => {
  const voters = [
    ['Abernathy', 'Carol', 'D'],
    ['Bautista', 'Rene', 'NPA'],
    ['Coleman', 'Darnell', 'R'],
    ['Dietrich', 'Walt', 'R'],
  ]
  const typeBeside = (beside: string, header: string, cells: string) => {
    const values = cells.split(',')
    const rows = voters.map((voter, index) => [...voter, values[index % values.length] ?? ''])
    const classifier = new FileClassifier(['Last', 'First', beside, header], rows)
    for (const row of rows) classifier.row(row)
    return classifier.finish().columns[3]?.type
  }

  test.each([
    ['Party', 'Supp 1-5', '1,3,5'],
    ['Precinct', 'Support score', '1,4,2'],
    ['Voter ID', 'VI', 'Con,Lab,LD'],
    ['Polling district', 'Canvass code', 'P,A,W'],
    ['Bureau de vote', 'Soutien (1 à 5)', '2,3,5'],
    ['N° électeur', 'Sympathie', '+,-,0'],
    ['Wahlbezirk', 'Haltung', '1,2,4'],
    ['Stimmbezirk', 'Unterstützung A-E', 'A,C,E'],
    ['Sección censal', 'Simpatía', '7,4,9'],
    ['Mesa electoral', 'Apoyo', '1,2,3'],
    ['Seggio', 'Appoggio 1-5', '1,5,3'],
    ['Stembureau', 'Steun', 'A,B,C'],
  ])('%s, %s', (beside, header, cells) => {
    expect(typeBeside(beside, header, cells)).toBe('political_opinion')
  })

  test('and beside a ticket it is the help that is given', () => {
    expect(typeBeside('Ticket', 'Support level', '1,2,3')).not.toBe('political_opinion')
  })
})
