// What is said of proofs that outlive an erasure: what they hold, to whoever is told of them.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

type Part = 'number' | 'ip' | 'browser' | 'note' | 'parent' | 'reference' | 'paper'

export type KeptProofWords = {
  /** What a proof says of a person beside their consent. */
  parts: Readonly<Record<Part, string>>
  /** Where it was not noted what they hold. */
  unknown: string
  /** In a letter. */
  letter: {
    kept: string
    bare: string
    open: string
  }
  /** The answer to whoever asked to be erased. */
  erased: string
}

export const keptProofWords: Record<Language, KeptProofWords> = {
  en: {
    parts: {
      number: 'the telephone number',
      ip: 'the IP address',
      browser: 'the name of the browser',
      note: 'a note of whoever recorded it',
      parent: 'the name of the parent who agreed',
      reference: 'the reference of a sale',
      paper: 'the signed paper or the recording itself',
    },
    unknown:
      'what was recorded with it, such as a telephone number, an IP address, a note or a signed paper',
    letter: {
      kept: 'We keep, encrypted, what proves the consents that you gave, to answer a claim about them (GDPR, article 17(3)(e)). Proofs: {count}. Beside each consent, its day, its origin and the words that you were shown, they hold: {holds}. They are destroyed on {until} at the latest and allow no message.',
      bare: 'We keep, encrypted, what proves the consents that you gave, to answer a claim about them (GDPR, article 17(3)(e)). Proofs: {count}. They hold each consent, its day, its origin and the words that you were shown, without your number. They are destroyed on {until} at the latest and allow no message.',
      open: 'Only those of our users and programs who may export proofs or see personal data can open them, and each opening is recorded.',
    },
    erased: 'Your data is erased, except the proof of your consents, kept encrypted until {until}.',
  },
  fr: glued<KeptProofWords>({
    parts: {
      number: 'le numéro de téléphone',
      ip: 'l’adresse IP',
      browser: 'le nom du navigateur',
      note: 'une note de la personne qui l’a enregistré',
      parent: 'le nom du parent qui a donné son accord',
      reference: 'la référence d’une vente',
      paper: 'le papier signé ou l’enregistrement lui-même',
    },
    unknown:
      'ce qui a été enregistré avec lui, par exemple un numéro de téléphone, une adresse IP, une note ou un papier signé',
    letter: {
      kept: 'Nous gardons, chiffré, ce qui prouve les accords que vous avez donnés, pour répondre à une contestation (RGPD, article 17, paragraphe 3, point e). Preuves : {count}. À côté de chaque accord, de son jour, de son origine et du texte qui vous a été montré, elles contiennent : {holds}. Elles sont détruites le {until} au plus tard et n’autorisent aucun message.',
      bare: 'Nous gardons, chiffré, ce qui prouve les accords que vous avez donnés, pour répondre à une contestation (RGPD, article 17, paragraphe 3, point e). Preuves : {count}. Elles contiennent chaque accord, son jour, son origine et le texte qui vous a été montré, sans votre numéro. Elles sont détruites le {until} au plus tard et n’autorisent aucun message.',
      open: 'Seuls ceux de nos utilisateurs et de nos programmes qui ont le droit d’exporter les preuves ou de voir les données personnelles peuvent les ouvrir, et chaque ouverture est enregistrée.',
    },
    erased:
      'Vos données sont effacées, sauf la preuve de vos accords, gardée chiffrée jusqu’au {until}.',
  }),
}

/** Null: they hold nothing of a person beside the consent. */
export function keptPartsText(language: Language, parts: readonly Part[] | null): string | null {
  const words = keptProofWords[language]
  if (parts === null) return words.unknown
  if (parts.length === 0) return null
  const list = new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB')
  return list.format(parts.map((part) => words.parts[part]))
}
