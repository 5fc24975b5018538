// Words that the project no longer uses for its own things, and the word to use in their place.

export type Retired = {
  /** Found in identifiers, column names, API fields and file names, in any spelling of them. */
  word: RegExp
  instead: string
  /** Of only these files; of all when left out. */
  only?: RegExp
  /** Files where the word is something else. */
  except?: RegExp
}

/** Parts of identifiers: `groundOf`, `other_ground` and `ground-store` are read as words apart. */
export const retiredNames: readonly Retired[] = [
  {
    word: /^grounds?$/,
    instead: 'legal basis, infrastructure or fixture',
    except: /^docs\/decisions\//,
  },
  { word: /^keepings?$/, instead: 'retention' },
  { word: /^noes$/, instead: 'objections' },
  { word: /^strays?$/, instead: 'unmatched', except: /classification/ },
]

/** Whole phrases, in comments, sentences and pages. */
export const retiredPhrases: readonly Retired[] = [
  { word: /\bin the hand\b/i, instead: 'in flight' },
  { word: /\blog of looks\b/i, instead: 'access log' },
  { word: /\bnoes\b/i, instead: 'objections' },
  { word: /\b(?:another|other|no) grounds?\b/i, instead: 'legal basis' },
  { word: /\bgrounds? (?:other than|of article|in force)\b/i, instead: 'legal basis' },
  { word: /\bstray (?:receipts?|submissions?)\b/i, instead: 'unmatched receipt' },
  { word: /\bau plus tant par\b/i, instead: 'limite par …' },
  { word: /\bouvrir aux gens\b/i, instead: 'publier' },
  { word: /\bwhat you leave so\b/i, instead: 'leave unticked to decline' },
  { word: /\d ont dit non\b|\} ont dit non\b/i, instead: 'aucun refus, ou a refusé' },
  { word: /\bis told as\b/i, instead: 'is marked', only: /^(?:docs|src\/(?:web\/)?words)\// },
]

/**
 * Names that are part of what is signed, chained or sealed: they are written so for ever. Each has
 * its place.
 */
export const frozen: readonly { text: RegExp; where: RegExp }[] = [
  // Names of migrations that have run.
  { text: /\b\d{8}T\d{4}_\w+\.sql/g, where: /./ },
  // Kinds of entries of the ledger, which outsiders verify.
  { text: /ground\.(?:soft_opt_in|b2b_opt_out|\$\{|…)/g, where: /./ },
  // The key of the MAC, and the place that a sealed column is bound to.
  { text: /keyFor\(guardKey, 'ground'\)/g, where: /guard-macs\.ts$/ },
  { text: /table: 'sensitive\.ground'/g, where: /(?:legal-basis-row|exported-tables)\.ts$/ },
  // Codes and names in what earlier versions stored.
  {
    text: /'[\w.]*(?:ground|keeping)[\w.]*'/g,
    where: /src\/(?:words\/audit\/entries|audit\/audit\.test)\.ts$/,
  },
  { text: /\bgroundId\b/g, where: /(?:import-record|sensitive\/jobs|sensitive-import\.test)\.ts$/ },
  // A code of the classifier's evidence; the word stays within its room.
  { text: /'stray_identifiers'/g, where: /contacts\/rights\/keepable\.ts$/ },
]
