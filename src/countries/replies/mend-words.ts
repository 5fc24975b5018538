// Slips of the thumb in the long words that matter are mended before phrases are looked for.

import { replyPhrases } from './languages.ts'

/** Words of refusals, long enough that one slip still tells them from all others. */
// biome-ignore format: a list of words
const keyWords = [
  // fr
  'desabonner', 'desabonnez', 'desabonnement', 'desabonne', 'desinscrire', 'desinscrivez', 'desinscription',
  'arreter', 'arretez', 'supprimer', 'supprimez', 'retirez', 'retirer', 'enlevez', 'effacez', 'recevoir',
  'envoyez', 'envoyer', 'messages', 'publicite', 'publicites', 'tranquille', 'contacter', 'contactez',
  'consentement', 'opposition', 'numero', 'immediatement',
  // en
  'unsubscribe', 'unsubscribed', 'subscription', 'texting', 'sending', 'messaging', 'contacting',
  'remove', 'delete', 'receive', 'receiving', 'number', 'messages', 'anymore', 'please',
  // de
  'abmelden', 'abbestellen', 'austragen', 'aufhoren', 'nachrichten', 'werbung', 'erhalten', 'bekommen',
  'kontaktieren', 'widerspruch', 'widerrufe', 'loschen',
  // es
  'suscripcion', 'mensajes', 'publicidad', 'recibir', 'enviarme', 'eliminar', 'borrar', 'molestar', 'cancelar',
  // it
  'cancellatemi', 'cancellami', 'disiscrivermi', 'disiscrivetemi', 'disiscrivimi', 'smettetela', 'smettete',
  'messaggi', 'pubblicita', 'ricevere', 'disiscrizione', 'rimuovetemi',
  // nl
  'uitschrijven', 'afmelden', 'berichten', 'ontvangen', 'verwijder', 'verwijderen', 'ophouden', 'reclame',
  // pt
  'mensagens', 'publicidade', 'receber', 'remover', 'desinscrever', 'parem',
  // pl
  'rezygnuje', 'wypisz', 'wiadomosci', 'przestan', 'przestancie', 'wysylac', 'otrzymywac', 'usuncie',
].map((word) => word.replace(/([a-z])\1+/g, '$1'))

const known = new Set(keyWords)
const byFirstLetter = new Map<string, string[]>()
for (const word of known) {
  const list = byFirstLetter.get(word[0] ?? '') ?? []
  list.push(word)
  byFirstLetter.set(word[0] ?? '', list)
}

/** Words of their own that are one slip away from a key word. */
// biome-ignore format: a list of words
const honest = new Set([
  'massage', 'massages', 'passages', 'sendung', 'seeding', 'spending', 'tending', 'lending', 'testing',
  'tasting', 'letting', 'deleted', 'removed', 'numeros', 'member', 'numbers', 'erhalten', 'gehalten', 'enthalten',
  'arriver', 'arrivez', 'arrives', 'retires', 'retirer', 'retrouver', 'relire', 'envoye', 'envoi', 'renvoyer', 'enlever',
  'envoyes', 'contacte', 'contacts', 'contact', 'supprime', 'supprimes', 'position', 'apposition', 'proposition',
  'mensaje', 'menages', 'message', 'melden', 'anmelden', 'abholen', 'berichte', 'gerichten', 'richten',
  'receber', 'recibi', 'recibido', 'recevrai', 'received', 'receiver', 'release', 'praise', 'pleased', 'relase',
  'bekommt', 'bekam', 'ontvang', 'ontvangst', 'ontvanger', 'dringen', 'parte', 'paren', 'pares', 'remote', 'mover',
  'bestellen', 'austrage', 'auftragen', 'eintragen', 'vortragen', 'abtragen', 'anhoren', 'gehoren', 'zuhoren', 'afmeten',
  'anbestellen', 'passiamo', 'messaggio', 'escriure', 'wypis', 'borrador', 'cancelado', 'cancela', 'cancelar', 'eliminado',
  'aretes', 'arete', 'areta', 'retire', 'retiree', 'retrait',
].map((word) => word.replace(/([a-z])\1+/g, '$1')))

/** What a thumb makes of "stop" inside a sentence; none is a word. */
const stopSlips = new Set([
  'stpo',
  'stahp',
  'stawp',
  'staph',
  'sthap',
  'stph',
  'satop',
  'sotp',
  'tsop',
  'stopo',
  'stiop',
  'stoip',
  'stpop',
  'sotop',
  'stop',
  'dtop',
  'stob',
  'syop',
  'stol',
  'stoop',
  'stopl',
  'stopp',
  'xtop',
  'stlp',
  'stkp',
  'stip',
])

const slipMin = 5

/** What the phrases know already is no slip, in whatever language it is. */
const literals = new Set<string>()
const stems = new Set<string>()
for (const { words, contrary, aside, stop, doubtful } of replyPhrases) {
  const sources = [...Object.values(words), ...contrary, ...aside, ...stop, ...doubtful].join(' ')
  for (const [, word = '', isStem] of sources.matchAll(/([a-z]{4,})(%?)/g)) {
    const single = word.replace(/([a-z])\1+/g, '$1')
    if (isStem === '%') stems.add(single)
    else literals.add(single)
  }
}

function isKnown(word: string): boolean {
  if (known.has(word) || honest.has(word) || literals.has(word)) return true
  for (let length = 4; length <= word.length; length += 1) {
    if (stems.has(word.slice(0, length))) return true
  }
  return false
}

export function mendWords(words: readonly string[]): string[] {
  return words.map((word) => {
    if (stopSlips.has(word)) return 'stop'
    if (word.length < slipMin || isKnown(word)) return word
    const slips = word.length >= 9 ? 2 : 1
    const near = (byFirstLetter.get(word[0] ?? '') ?? []).find(
      (key) => key.length >= slipMin + 1 && isNear(word, key, key.length >= 9 ? slips : 1),
    )
    return near ?? word
  })
}

/** Damerau and Levenshtein: letters added, left out, changed, or two swapped. */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    before = last
    last = row
  }
  return (last[b.length] ?? most + 1) <= most
}
