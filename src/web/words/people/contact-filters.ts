// The words of filters of contacts that their list alone has, and of counts of segments.
export const contactFilterWords = {
  en: {
    country: 'Country of the number',
    postcodeArea: 'Département',
    postcodeHelp: '75, 2A, 974',
    changed: 'Last changed first',
    changedAt: 'Last change',
    ofImport: 'New people of the import {file}',
    ofOneImport: 'New people of one import',
    everybody: 'Show everybody again',
    countNamed: 'Count the people of the segment “{name}”',
  },
  fr: {
    country: 'Pays du numéro',
    postcodeArea: 'Département',
    postcodeHelp: '75, 2A, 974',
    changed: 'Dernière modification d’abord',
    changedAt: 'Modifié le',
    ofImport: 'Nouvelles personnes de l’import {file}',
    ofOneImport: 'Nouvelles personnes d’un import',
    everybody: 'Afficher de nouveau tout le monde',
    countNamed: 'Compter les personnes du segment « {name} »',
  },
}
