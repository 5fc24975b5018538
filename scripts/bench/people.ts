// Invented people by the hundred thousand, as a CSV with consent columns, streamed to disk.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const firstNames = 'Inès Camille Sacha Dominique Claude Noé Zoé Léa Ahmed Ioana Maëlle Jules'.split(
  ' ',
)
/** Beside the Latin ones: names that are in no alphabet of seven bits. */
export const namesOfThreeAlphabets = [...firstNames, 'Ελένη', 'Σοφία', 'Наталья', 'Юрий', 'ليلى']
const lastNames = 'Exemple Modèle Fictif Inventé Dupré Lenoir Marchand Petit Roux Vidal'.split(' ')
const postcodes = '75011 69003 13001 67000 59000 33000 31000 44000 35000 06000'.split(' ')
const header = 'Prénom;Nom;Portable;CP;Accord SMS;Date accord;Recueilli par'

/**
 * Numbers that look like a country's, counted upwards: they are given to the sandbox operator
 * alone, which reaches nobody. Ten thousand fiction numbers would not do.
 */
export function numberOf(index: number): string {
  return `06${String(20_000_000 + index).padStart(8, '0')}`
}

/** Everybody agreed, with a date and a place, but one in `refusedEvery`. */
export async function writePeople(
  path: string,
  people: {
    first: number
    count: number
    refusedEvery: number | null
    names?: readonly string[]
  },
): Promise<void> {
  const file = createWriteStream(path)
  const { names = firstNames } = people
  let text = `${header}\n`
  for (let n = 0; n < people.count; n += 1) {
    const index = people.first + n
    const refuses = people.refusedEvery !== null && n % people.refusedEvery === 0
    const day = `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 9)).padStart(2, '0')}/2026`
    text += [
      names[index % names.length],
      lastNames[index % lastNames.length],
      numberOf(index),
      postcodes[index % postcodes.length],
      refuses ? 'non' : 'oui',
      refuses ? '' : day,
      refuses ? '' : 'caisse',
    ].join(';')
    text += '\n'
    if (text.length > 1 << 16) {
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
  }
  file.end(text)
  await once(file, 'close')
}
