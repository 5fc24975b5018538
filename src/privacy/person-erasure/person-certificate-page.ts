// The certificate of a person's erasure as a page, with what was found when it was tried just now.
import { isoTime, type Language } from '../../kernel/index.ts'
import { keptPartsText, personCopyWords, sentence } from '../../words/index.ts'
import { linksTo, type Say, type Urls } from '../account-deletion/certificate-page.ts'
import { pageOf, paragraph, safe } from '../account-deletion/page-frame.ts'
import { dateIn } from '../account-deletion/tell-owners.ts'
import type { ErasureTest } from '../contract-erasure.ts'
import { recipientsList } from '../recipients-list.ts'
import type { Authority } from './deps.ts'
import { epochMsMax } from './erase-person.ts'
import { type PersonCertificate, partsIn, personCertificateIn } from './person-certificate.ts'

const sayIn =
  (language: Language): Say =>
  (code, details = {}) =>
    sentence(language, `privacy.erasure.${code}`, details) ?? code

type Shown = {
  test: ErasureTest | null
  /** Where the signed file and the PDF are; null: it stands alone. */
  urls: Urls | null
  /** Where a person complains; null: it is not known. */
  authority: Authority | null
}

export function personCertificatePage(language: Language, note: string, shown: Shown): string {
  const certificate = personCertificateIn(note)
  const say = sayIn(language)
  const day = (iso: string) => dateIn(language, Date.parse(iso))
  const { name } = certificate.account
  const { test, urls } = shown
  const told = { ...shown, language, say, day }
  const body = [
    ...factsOf(certificate, told).map(paragraph),
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

type Told = Shown & { language: Language; say: Say; day(iso: string): string }

function factsOf(said: PersonCertificate, told: Told): string[] {
  const { request, act, suppression, account, why, people } = said
  const { say, day } = told
  const kept = keptOf(said)
  const { name } = account
  return [
    request === null ? say(`why_${why}`) : say(`asked_${request.how}`, { date: day(request.at) }),
    ...(people > 1 ? [say('together', { count: people })] : []),
    say(kept === 'held' ? 'act_held' : 'act', { date: day(act.at), name }),
    say(suppression === null ? 'no_suppression' : `suppression_${suppression}`),
    ...proofFacts(said, kept, told),
    say('untied'),
    ...copyFacts(said, kept, told),
    say('key_copies'),
  ]
}

/** Of the person it is made for; where it is made for all who went together, of any of them. */
function keptOf(said: PersonCertificate): 'held' | 'ended' | 'none' | 'none_of_one' {
  const { proofs, people, contactProofsUntil: own } = said
  if (proofs.held === 0) return 'none'
  if (people > 1 && own !== undefined) return own === null ? 'none_of_one' : 'held'
  return proofs.goneAt === null ? 'held' : 'ended'
}
type Kept = ReturnType<typeof keptOf>

function proofFacts(said: PersonCertificate, kept: Kept, told: Told): string[] {
  const { say, day, language, authority, test } = told
  const { proofs, account, act, contactProofsUntil: own } = said
  if (kept === 'none') return [say('no_proofs')]
  if (kept === 'none_of_one') return [say('no_proofs_one')]
  if (kept === 'ended') {
    const openUntil = endOfCopies(proofs.goneAt ?? act.at)
    const isOpen = test === null || test.at < openUntil
    return [
      say('proofs_ended', { date: day(proofs.goneAt ?? act.at) }),
      ...(isOpen ? [say('proofs_ended_backups', { date: day(openUntil) })] : []),
    ]
  }
  const holds = keptPartsText(language, partsIn(proofs))
  const values = { count: proofs.held, date: day(own ?? proofs.until ?? act.at) }
  return [
    holds === null ? say('proofs_bare', values) : say('proofs', { ...values, holds }),
    say('proofs_open', { name: account.name }),
    authority === null
      ? say('proofs_complain_unknown')
      : say('proofs_complain', { authority: authority.name, site: authority.site }),
  ]
}

/** The key of that time opens copies from before until its turn has come. */
const endOfCopies = (iso: string): string => isoTime(Date.parse(iso) + epochMsMax)

function copyFacts(said: PersonCertificate, kept: Kept, { say, day, test }: Told): string[] {
  const { epoch, proofs, backupsEnd } = said
  const isJustEnded =
    kept === 'ended' &&
    proofs.goneAt !== null &&
    test !== null &&
    test.at < endOfCopies(proofs.goneAt)
  const gone = kept === 'held' || isJustEnded ? 'epoch_gone_held' : 'epoch_gone'
  const backups = { gone: '_gone', late: '_late', elsewhere: '_elsewhere', kept: '' }
  const files = test?.filesUntil ?? null
  return [
    epoch.goneAt === null
      ? say('epoch_waits', { date: day(epoch.until) })
      : say(gone, { date: day(epoch.goneAt) }),
    say(`backups${backups[test?.backups ?? 'kept']}`, { date: day(backupsEnd) }),
    ...(files === null ? [] : [say('files', { date: day(files) })]),
  ]
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
  const held = test.proofKey === 'held' ? '_held' : ''
  const good = `${test.oldKey === 'gone' ? 'test_good' : 'test_live'}${held}`
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
