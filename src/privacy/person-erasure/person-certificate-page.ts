// The certificate of a person's erasure as a page, with what was found when it was tried just now.
import type { Language } from '../../kernel/index.ts'
import { personCopyWords, sentence } from '../../words/index.ts'
import { linksTo, type Say, type Urls } from '../account-deletion/certificate-page.ts'
import { pageOf, paragraph, safe } from '../account-deletion/page-frame.ts'
import { dateIn } from '../account-deletion/tell-owners.ts'
import type { ErasureTest } from '../contract-erasure.ts'
import { recipientsList } from '../recipients-list.ts'
import { type PersonCertificate, personCertificateIn } from './person-certificate.ts'

const sayIn =
  (language: Language): Say =>
  (code, details = {}) =>
    sentence(language, `privacy.erasure.${code}`, details) ?? code

/** `urls`: where the signed file and the PDF are; null: it stands alone. */
export function personCertificatePage(
  language: Language,
  note: string,
  shown: { test: ErasureTest | null; urls: Urls | null },
): string {
  const certificate = personCertificateIn(note)
  const say = sayIn(language)
  const day = (iso: string) => dateIn(language, Date.parse(iso))
  const { name } = certificate.account
  const { test, urls } = shown
  const body = [
    ...factsOf(certificate, say, day).map(paragraph),
    test === null ? '' : testOf(test, say, day),
    `<h2>${safe(say('destroyed'))}</h2>`,
    destroyedTable(certificate, language, say),
    heldTable(certificate, language, { say, day }),
    `<h2>${safe(say('recipients'))}</h2>`,
    recipientsList(certificate.recipients, say, day) ?? paragraph(say('no_recipient')),
    `<h2>${safe(say('check'))}</h2>`,
    paragraph(say('check_how')),
    urls === null ? '' : linksTo(urls, say),
    `<pre>${safe(note)}</pre>`,
  ]
  return pageOf(language, say('title', { name }), body.join('\n'))
}

function factsOf(said: PersonCertificate, say: Say, day: (iso: string) => string): string[] {
  const { request, act, suppression, proofs, epoch, account, backupsEnd, why, people } = said
  const facts = [
    request === null ? say(`why_${why}`) : say(`asked_${request.how}`, { date: day(request.at) }),
    ...(people > 1 ? [say('together', { count: people })] : []),
    say('act', { date: day(act.at), name: account.name }),
    say(suppression === null ? 'no_suppression' : `suppression_${suppression}`),
  ]
  if (proofs.held === 0 || proofs.goneAt !== null) facts.push(say('no_proofs'))
  else facts.push(say('proofs', { count: proofs.held, date: day(proofs.until ?? act.at) }))
  facts.push(
    say('untied'),
    epoch.goneAt === null
      ? say('epoch_waits', { date: day(epoch.until) })
      : say('epoch_gone', { date: day(epoch.goneAt) }),
    say('backups', { date: day(backupsEnd) }),
    say('key_copies'),
  )
  return facts
}

function testOf(test: ErasureTest, say: Say, day: (iso: string) => string): string {
  const lines = [
    say(`test_contact_${test.contactKey}`),
    say(`test_proof_${test.proofKey}`),
    say(`test_old_${test.oldKey}`),
    say(`test_ledger_${test.ledger}`),
  ]
  const { drill } = test
  if (drill === null) lines.push(say('test_no_drill'))
  else {
    const code = drill.readable > 0 ? 'test_drill_bad' : 'test_drill'
    lines.push(say(code, { date: day(drill.at), count: drill.readable }))
  }
  const items = lines.map((line) => `<li>${safe(line)}</li>`).join('')
  const good = test.oldKey === 'gone' ? 'test_good' : 'test_live'
  const result = say(test.isUnreadable ? good : 'test_bad', { date: day(test.at) })
  return `<h2>${safe(say('test'))}</h2><p><strong>${safe(result)}</strong></p><ul>${items}</ul>`
}

function destroyedTable(said: PersonCertificate, language: Language, say: Say): string {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB')
  const rows = said.destroyed.map(({ kind, count }) => {
    const what = safe(say(`kind_${kind}`))
    return `<tr><td>${what}</td><td class="count">${number.format(count)}</td></tr>`
  })
  const head = `<tr><th>${safe(say('what'))}</th><th class="count">${safe(say('count'))}</th></tr>`
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
}

/** Each kind of proof and its day; nothing once they are destroyed. */
function heldTable(
  { proofs }: PersonCertificate,
  language: Language,
  { say, day }: { say: Say; day: (iso: string) => string },
): string {
  if (proofs.goneAt !== null || proofs.list.length === 0) return ''
  const { kinds } = personCopyWords[language].history
  const nameOf = (kind: string): string =>
    kinds[kind as keyof typeof kinds] ??
    sentence(language, `privacy.erasure.held_${kind}`) ??
    say('held_other')
  const rows = proofs.list.map(({ kind, reason, until, count }) => {
    const cells = [nameOf(kind), say(`held_reason_${reason}`), day(until)]
    const shown = cells.map((text) => `<td>${safe(text)}</td>`).join('')
    return `<tr>${shown}<td class="count">${count}</td></tr>`
  })
  const heads = [say('what'), say('held_why'), say('held_until')]
  const head = heads.map((text) => `<th>${safe(text)}</th>`).join('')
  const count = `<th class="count">${safe(say('count'))}</th>`
  const headed = `<thead><tr>${head}${count}</tr></thead>`
  const table = `<table>${headed}<tbody>${rows.join('')}</tbody></table>`
  return `<h2>${safe(say('held'))}</h2>${table}`
}
