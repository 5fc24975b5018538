// The two bodies of a mail: plain text, and the same as simple HTML that loads nothing.

export type MailParts = {
  subject: string
  language: 'fr' | 'en'
  /** Each a line of its own, in the reader's language. */
  paragraphs: readonly string[]
  link: { label: string; url: string } | null
  /** Why the reader has this mail, and where to switch such mails off. */
  foot: string
  preferences: { label: string; url: string } | null
}

export function composeMail(parts: MailParts): { subject: string; text: string; html: string } {
  return { subject: oneLine(parts.subject), text: textOf(parts), html: htmlOf(parts) }
}

/** A subject is a header: it has one line. */
const oneLine = (text: string) => text.replaceAll(/\p{C}+/gu, ' ').trim()

function textOf({ paragraphs, link, foot, preferences }: MailParts): string {
  const blocks = [
    ...paragraphs,
    ...(link === null ? [] : [`${link.label}\n${link.url}`]),
    ['--', foot, ...(preferences === null ? [] : [preferences.label, preferences.url])].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const looks = {
  body: 'margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5',
  link: 'font-weight:bold',
  foot: 'margin-top:32px;font-size:13px',
}

function htmlOf({ subject, language, paragraphs, link, foot, preferences }: MailParts): string {
  const anchor = (to: { label: string; url: string }, style = '') =>
    `<a href="${safe(to.url)}"${style === '' ? '' : ` style="${style}"`}>${safe(to.label)}</a>`
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${safe(subject)}</title></head><body style="${looks.body}">`,
    ...paragraphs.map((text) => `<p>${safe(text)}</p>`),
    ...(link === null ? [] : [`<p>${anchor(link, looks.link)}</p>`]),
    `<p style="${looks.foot}">${safe(foot)}`,
    ...(preferences === null ? [] : [`<br>${anchor(preferences)}`]),
    '</p></body></html>',
    '',
  ].join('\n')
}
