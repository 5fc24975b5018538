// How Luxembourgish speakers ask for the messages to end, where it is not German or French.
import type { Phrases } from './phrases.ts'

export const luxembourgishReplies: Phrases = {
  language: 'lb',
  words: {
    noun: 'sms|sms en|smsen|messagen?|reklamm?e?n?|noriichten?|norichten?|mailen?|pubben?|pub|spam|publiziteit|offeren|informatiounen',
    send: 'schec%|schek%|schreiw%|kontakteier%|nerv%|ruff%|uruff%|belastegt|belastegen|stieren|stierd|gener%',
    polite:
      'wann ech gelift|wgl|w e g|weg|merci|elo|direkt|gelift|wannechgelift|villmools|endlech|sofort',
  },
  contrary: ['(?:net|keemools) (?:ophalen|stoppen|ofmellen)', 'firwat ~~(?:keng|net) ~~'],
  aside: ['ech (?:kreien|kann|hunn|hun|krut) ~(?:keng|net|naischt) (?!mei)~~'],
  near: {
    no: 'keng|net mei|ophalen|stop|lascht|laescht|genuch',
    what: 'sms|smsen|messagen|reklamm%|meng nummer|pub|lescht',
  },
  stop: [
    '(?:helt|hellt|huelt|hol) (?:mech|mei numer|meng numer) (?:vun|vum|aus|erof) ~',
    'wei (?:mellen|melen|kann|kan) ech (?:mech )?(?:of|ofmellen|ofmelen)',
    '(?:lascht|lasch|laescht|strachen|stracht|lascht) ~(?:meng nummer|mech|meng donneeen|meng daten)',
    '(?:hal|halt|haalt|hallt|haal) (?:elo |w e g |endlech |direkt )*op(?: ~)?',
    'opgehal',
    '(?:hal|halt|haalt) (?:elo |w e g |endlech |domat |mat |der |dat )*(?:op|w e g|domat|{noun}|mat)~',
    'ophalen|opzehalen',
    '(?:stop|stopp|stoppt|stoppe|genuch|genug|schluss|eriwwer) (?:{polite} |mat |den |der |de |deenen |aren |ar |dei )*(?:{noun}|{send}|{polite})',
    '(?:keng|keen|kee|ni mei|nimei|net mei|naischt mei|naischt|keng weider) (?:{noun}|mei|vun iech|{send}|weider)~',
    '(?:wel|well|wuell|wenschen|wensch|mecht|wiel|wollt|wëll|braich|brauch) ~(?:keng|keen|net|naischt|kee) ~~(?:mei|kreien|{noun}|{send}|hunn|hun)',
    '(?:scheckt|schekt|scheck|schreift|schreiw|kontakteiert|rufft) (?:mer |mir |mech |eis |w e g )*(?:net|keng|naischt|keen|kee) ~',
    '(?:ofmell|ofgemell|ofbestell|ausdroen|austroen)%',
    '(?:mell|mellt|strach|stracht|lascht|lasch|laescht|huelt|eweg|ewech|streicht|huel) (?:mech|meng nummer|eis|ons|m ech) ?~(?:of|aus|ewech|eraus|vun|$)',
    '(?:meng (?:nummer|donneeen|donnee|daten)) ~(?:lasch|ewech|strach|eraus)%',
    '(?:looss|loosst|loss|losst|loost) (?:mech|eis) (?:w e g |a |an |endlech )*(?:rou|roueg|fridden)',
    'aus (?:der|arer|dareger|ärer) lescht',
  ],
  doubtful: [
    'ech kene(?:n)? (?:iech|dech) net',
    '(?:kee|ken|keng) (?:bedarf|interess%|interes%)',
    'nee?n merci',
    'schon erem',
    'ze vil ~',
    'dat nervt',
    'net mei (?:client|member|do)',
    'keen interessi',
    'kee interesse',
    'net interesseiert',
    'net mei',
    'nee merci',
    'falsch nummer',
  ],
  help: ['^(?:hellef|hellef w e g|hell?eft mer) $'],
  contact: [
    'ween (?:ass|schreift|sidd|as) (?:dat|dir|do|mir)',
    'wien (?:ass|schreift|sidd) ~',
    'vu wou ~nummer',
  ],
  start: [],
}
