// Words of `accord check`.
import type { Language } from '../kernel/index.ts'

type Counts = { gap: number; unknown: number; fine: number }

type CheckCommandWords = {
  fromHere: string
  withoutServer: string
  results: Record<keyof Counts, string>
  colon: string
  counted(counts: Counts): string
  measured(at: string): string
  references(sheets: string, objectives: string): string
}

export const checkCommandWords: Record<Language, CheckCommandWords> = {
  en: {
    fromHere:
      'Looked at from this shell and its settings. With --token the running server looks, with its own settings.',
    withoutServer: 'No server is running here: what only it knows could not be seen.',
    results: { gap: 'GAP', unknown: 'UNKNOWN', fine: 'fine' },
    colon: ': ',
    counted: ({ gap, unknown, fine }) =>
      `Gaps: ${gap}. Could not be told from here: ${unknown}. Fine: ${fine}.`,
    measured: (at) => `Measured ${at}.`,
    references: (sheets, objectives) =>
      `CNIL security guide 2024, sheets ${sheets}; ANSSI ReCyF 2.5, objectives ${objectives}.`,
  },
  fr: {
    fromHere:
      'Vu depuis ce terminal et ses réglages. Avec --token, c’est le serveur qui regarde, avec les siens.',
    withoutServer: 'Aucun serveur ne fonctionne ici : ce que lui seul sait n’a pas pu être vu.',
    results: { gap: 'ÉCART', unknown: 'INCONNU', fine: 'bien' },
    colon: ' : ',
    counted: ({ gap, unknown, fine }) =>
      `Écarts : ${gap}. Impossible à dire d’ici : ${unknown}. Bien : ${fine}.`,
    measured: (at) => `Mesuré le ${at}.`,
    references: (sheets, objectives) =>
      `Guide sécurité de la CNIL 2024, fiches ${sheets} ; ReCyF 2.5 de l’ANSSI, objectifs ${objectives}.`,
  },
}
