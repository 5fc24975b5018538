// Cells that tell of illness, unions, parties and origins where no title does,
// and what looks like them.
import { describe, expect, test } from 'vitest'
import { FileClassifier } from './index.ts'

/** The type of the column that is named last, in a file of a header and rows between bars. */
function lastTypeOf(header: string, ...rows: readonly string[]): string | undefined {
  const titles = header.split('|')
  const records = rows.map((row) => row.split('|'))
  const classifier = new FileClassifier(titles, records)
  for (const record of records) classifier.row(record)
  return classifier.finish().columns[titles.length - 1]?.type
}

const people = ['Vaucheret|Maëlle', 'Quéméneur|Loïc', 'Haméon|Odile', 'Lacaze|Karim']
const beside = (header: string, cells: string, others = '') => {
  const values = cells.split(',')
  const rows = people.map((person, at) => `${person}${others}|${values[at % values.length]}`)
  return lastTypeOf(`Nom|Prénom${header}`, ...rows)
}

describe('told by cells', () => {
  test.each([
    ['health', '|Lit|Service', 'Cardiologie,Maternité,Oncologie', '|12'],
    ['health', '|Aufnahme|Station', 'Innere 2,Geburtshilfe,Urologie', '|02.03.2024'],
    ['health', '|RDV|Libellé UF', 'Consult. Gynécologie,HDJ Hématologie', '|02/03/2024'],
    ['health', '|IPP|DP', 'E11.9,J45.0,I10,C50.4', '|17406272'],
    ['health', '|Dossier|Code', 'E11.9,J45.0,F32.1,C50.4', '|D2001'],
    ['health', '|DAS 1', 'I10,E119,N189,F322', ''],
    ['health', '|Groupe', 'O+,A-,AB+,O-', ''],
    ['trade_union', '|Adhérent', 'CGT,CFDT,non,FO', ''],
    ['trade_union', '|Lid van', 'FNV,CNV,De Unie,-', ''],
    ['trade_union', '|Organisiert', 'ver.di,IG Metall,nein', ''],
    ['political_opinion', '|Groupe', 'PS,EELV,LFI,DVG', ''],
    ['political_opinion', '|Lista', "Lega,Fratelli d'Italia,PD", ''],
    ['ethnic_origin', '|Herkunft', 'türkisch,polnisch,deutsch', ''],
    ['ethnic_origin', '|Provenienza', 'Marocco,Romania,Italia', ''],
    ['health', '|RDV|Examen', 'Mammographie,IRM lombaire,Coloscopie', '|02/03/2024'],
    ['health', '|Visite|Conclusion', 'apte,inapte,apte avec aménagement', '|reprise'],
    ['health', '|Bewohner|PG', '2,3,5', '|ja'],
    ['political_opinion', '|Candidat|Grp', 'Lab,Con,LD', '|oui'],
    ['health', '|Flag', 'HIV+,asthma,cancer', ''],
    ['health', '|Produit', 'opiates,cannabis,alcohol', ''],
    ['sexual_orientation', '|Orientación', 'hetero,gay,bi,lesbiana', ''],
  ])('%s %s: %s', (type, header, cells, others) => {
    expect(beside(header, cells, others)).toBe(type)
  })
})

test('and the cells are given as the reason', () => {
  const rows = [
    ['Haméon', 'Odile', 'CGT'],
    ['Lacaze', 'Karim', 'CFDT'],
  ]
  const [, , union] = new FileClassifier(['Nom', 'Prénom', 'Adhérent'], rows).columns()
  expect(union?.evidence).toEqual([{ code: 'special_words_in_values', facts: { percent: 100 } }])
})

const special =
  /^(?:health|religion|political_opinion|trade_union|ethnic_origin|sexual_orientation)$/

describe('not told by cells', () => {
  test.each([
    ['|Grade|Service', 'Cardiologie,Maternité,Oncologie', '|IDE'],
    ['|Bureau', 'A12,B20,C50,F32', ''],
    ['|Place', 'B12.1,C50.4,E11.9,J45.0', ''],
    ['|Secteur', 'Nord,Sud,Est', ''],
    ['|Herkunft', 'Messe,Webseite,Empfehlung', ''],
    ['|Note', 'A+,B-,A-,B+', ''],
    ['|Produit|Origine', 'Italie,Espagne,France', '|vin'],
    ['|Équipe', 'PCS,RMT,UCU', ''],
    ['|Grp', 'Lab,Con,LD', ''],
    ['|Film|PG', '2,3,5', '|Emma'],
    ['|Goles|Partidos', '12,30,4', '|2'],
    ['|Arbitro|Dietas', '25,40,30', '|sí'],
    ['|IPP', '17406272,17406273,17406280', ''],
    ['|Régime', 'DP,EXT,INT', ''],
    ['|Espèce|RDV|Service', 'Chirurgie,Dermatologie', '|chat|02/03/2024'],
  ])('%s: %s', (header, cells, others = '') => {
    expect(beside(header, cells, others)).not.toMatch(special)
  })

  test('where nobody is named', () => {
    const rows = ['Cardiologie|12', 'Oncologie|20', 'Maternité|8']
    expect(
      lastTypeOf('Lits|Service', ...rows.map((row) => row.split('|').reverse().join('|'))),
    ).not.toMatch(special)
    expect(lastTypeOf('Article|Emplacement', 'vis|A12.3', 'clou|C50.4', 'tige|E11.9')).not.toMatch(
      special,
    )
    expect(lastTypeOf('Ras|Partij', 'Annabelle|P-2041', 'Nicola|P-2042')).toBe('reference')
  })
})

test('what is christened or made by a house is nobody', () => {
  const name = /name$/
  const bottles = [
    'Samsara|20,00|Guerlain',
    'Nina|30,00|Nina Ricci',
    'Opium|40,00|Yves Saint Laurent',
  ]
  expect(lastTypeOf('Parfum|Prix|Maison', ...bottles)).not.toMatch(name)
  expect(lastTypeOf('tail|hours|name', 'G-ABCD|120|Amy Johnson', 'G-EFGH|90|Lady Ada')).not.toMatch(
    name,
  )
  expect(lastTypeOf('Pilote|Heures|Nom', 'oui|120|Amy Johnson', 'non|90|Luc Martin')).toMatch(name)
  const classified = new FileClassifier(null, [
    ['Doll Emily', 'T10', '3'],
    ['Robot Max', 'T14', '5'],
  ])
  expect(classified.columns()[0]?.type).toBe('product')
})

test('a list of doctors is none of patients', () => {
  const rows = [
    'Dr Abgrall|0199000011|sur RDV|Cardiologie',
    'Dr Jolivet|0199000012|lundi|Dermatologie',
  ]
  expect(lastTypeOf('Nom|Téléphone|RDV|Spécialité', ...rows)).not.toMatch(special)
})

test('a vehicle is told by its plate, the year of a wine is no birthday', () => {
  expect(lastTypeOf('Chauffeur|Véhicule', 'Luc Martin|AB-123-CD', 'Zoé Petit|FG-456-HJ')).toBe(
    'licence_plate',
  )
  expect(lastTypeOf('Lage|Preis|Jg.', 'Sonnenuhr|12,00|2018', 'Doctor|9,00|2019')).not.toBe(
    'birth_date',
  )
})

test('a name under a number of an account, and telephones written both ways', () => {
  const debtors = ['10001|Svenja Pfaff', '10002|Moritz Hellwig', '10003|Heike Brinkmann']
  expect(lastTypeOf('Konto|Debitor', ...debtors)).toBe('name')
  expect(lastTypeOf('Mesure|Mineur', 'AEMO|Lilou Martin', 'LSP|Hugo Petit')).toBe('name')
  expect(lastTypeOf('Mesure|Mineur', 'AEMO|oui', 'LSP|non')).toBe('boolean')
  const numbers = ['a|0171 3920012', 'b|+49 171 3920013', 'c|0171 3920014', 'd|+49 171 3920015']
  expect(lastTypeOf('|', ...numbers)).toBe('phone')
})
