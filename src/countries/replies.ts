// What a person means by a reply: STOP in its many writings, help, contact, or something to read.
import { foldText } from './fold-text.ts'

/**
 * `stop` ends all marketing at once. `doubtful` pauses marketing until a person has read it: it
 * sounds like a refusal and is not one of the known words.
 */
export type ReplyKind = 'stop' | 'doubtful' | 'help' | 'contact' | 'start' | 'other'

/** The words of the operators' charters, with the slips of the thumb that are seen most. */
// biome-ignore format: a list of words
const stopWords = new Set([
  'stop', 'stopsms', 'arret', 'arreter', 'desabo', 'desabonnement', 'desinscription', 'unsubscribe',
  'end', 'quit', 'cancel', 'stopp', 'baja', 'alto', 'cancela', 'ferma', 'afmelden', 'stoppen',
  'parar', 'sair', 'rezygnuje', 'stp', 'stopper', 'stope', 'stoppe', 'stops', 'stpo', 'sotp', 'stoop',
  'sttop', 'sstop', 'stopall', 'stoppub', 'stoptout', 'desabonner', 'desinscrire', 'unsub',
])

/** Whole messages only: as a first word they begin many honest sentences. */
const stopPhrases = new Set(['arretez', 'arrete', 'arretez svp', 'arretez merci', 'desabonnez moi'])

const doubtful: readonly RegExp[] = [
  /\barret(?:ez|e|er)\b/,
  /(?<!\bnon )\bstopp?(?:ez|er)?\b/,
  /\b(?:ne|n) (?:m |me |plus )?.{0,20}\b(?:envoy|ecri|contact|deranger|sollicit)\w*.{0,20}\b(?:plus|rien|jamais)\b/,
  /\bplus (?:de |d |aucun |jamais )?(?:sms|messages?|textos?|pubs?|publicites?|rien recevoir)\b/,
  /\b(?:plus|pas) recevoir\b/,
  /\b(?:desabonn|desinscri)\w*/,
  /\b(?:retir|supprim|enlev|effac)\w*.{0,25}\b(?:moi|mon numero|mes donnees|liste|coordonnees)\b/,
  /\blaissez moi (?:tranquille|en paix)\b/,
  /\b(?:harcel|spam)\w*/,
  /\b(?:remove me|opt out|no more|do not (?:text|contact|send)|don t (?:text|contact|send)|leave me alone|take me off)\b/,
  /\bpas interesse/,
]

const contact: readonly RegExp[] = [
  /^contact\b/,
  /^(?:qui (?:etes vous|est ce|es tu)|c est qui)\b/,
  /\b(?:d ou|comment) .{0,15}\bmon numero\b/,
  /^who (?:is this|are you)\b/,
]

export function readReply(text: string): ReplyKind {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  // S.T.O.P. and "s t o p"
  const joined = /^(?:\p{L} )+\p{L}$/u.test(words) ? words.replace(/ /g, '') : words
  const tokens = joined.split(' ')
  const first = tokens[0] ?? ''
  if (isStopWord(first) || stopPhrases.has(joined)) return 'stop'
  // "merci de stop", "svp stop": short, and not the bus stop or a non-stop.
  if (tokens.length <= 4 && /(?<!\bnon )\bstop$/.test(joined)) return 'stop'
  if (doubtful.some((pattern) => pattern.test(joined))) return 'doubtful'
  if (contact.some((pattern) => pattern.test(joined))) return 'contact'
  if (/^(?:help|aide|info)$/.test(first)) return 'help'
  if (tokens.length <= 2 && /^(?:start|unstop|reabo|reabonner|reprendre)$/.test(first)) {
    return 'start'
  }
  return 'other'
}

/** "STOP36180" too: the short code stuck to the word. */
function isStopWord(token: string): boolean {
  return stopWords.has(token) || /^stop\d{3,5}$/.test(token)
}
