// The page on which a person shows that the number is theirs, before they read a copy of their data.
import type { Language } from '../kernel/index.ts'
import { glued } from './sentences.ts'

export type CopyCodeWords = {
  title: string
  lead: string
  why: string
  send: string
  again: string
  sent: string
  label: string
  open: Record<'read' | 'save' | 'receipts' | 'document', string>
  wrong: string
  over: string
  notSent: string
  back: string
}

export const copyCodeWords: Record<Language, CopyCodeWords> = {
  en: {
    title: 'Show that this number is yours',
    lead: 'Before your data opens, we send a code to {number}.',
    why: 'Somebody else may have found the link to this page. The code goes to your phone alone.',
    send: 'Send me a code',
    again: 'Send me another code',
    sent: 'A code of six digits was sent to {number}. It is valid for {minutes} minutes.',
    label: 'Code from your phone',
    open: {
      read: 'Open my data',
      save: 'Save my data',
      receipts: 'Save my consents',
      document: 'Open the document or recording',
    },
    wrong: 'This code is not right. Look again, or ask for a new one.',
    over: 'Too many codes were tried. Wait fifteen minutes, then ask for a new one. If this message comes again, wait until tomorrow.',
    notSent:
      'No code could be sent now. Wait fifteen minutes and try again, or ask for a copy on your page: somebody answers you.',
    back: 'Back to my page',
  },
  fr: glued<CopyCodeWords>({
    title: 'Montrer que ce numéro est le vôtre',
    lead: 'Avant d’ouvrir vos données, nous envoyons un code au {number}.',
    why: 'Quelqu’un d’autre a pu trouver le lien de cette page. Le code, lui, arrive seulement sur votre téléphone.',
    send: 'M’envoyer un code',
    again: 'M’envoyer un autre code',
    sent: 'Un code de six chiffres a été envoyé au {number}. Il est valable {minutes} minutes.',
    label: 'Code reçu sur votre téléphone',
    open: {
      read: 'Ouvrir mes données',
      save: 'Enregistrer mes données',
      receipts: 'Enregistrer mes accords',
      document: 'Ouvrir le document ou l’enregistrement',
    },
    wrong: 'Ce code n’est pas le bon. Vérifiez, ou demandez-en un autre.',
    over: 'Trop de codes ont été essayés. Attendez quinze minutes, puis demandez-en un autre. Si ce message revient, attendez jusqu’à demain.',
    notSent:
      'Aucun code n’a pu être envoyé. Attendez quinze minutes et réessayez, ou demandez une copie sur votre page : quelqu’un vous répondra.',
    back: 'Revenir à ma page',
  }),
}
