// Text as the word lists see it: lower case, no accents, one kind of quote, dash and space.

export function foldText(text: string): string {
  return withoutAccents(text)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}

const beyondAscii = /[^\0-\x7f]/

function withoutAccents(text: string): string {
  // Each alert is read: in ASCII there is little to take off.
  if (!beyondAscii.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/œ/g, 'oe')
}
