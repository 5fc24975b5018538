// What somebody reads whose link leads nowhere.
import type { Language } from '../kernel/index.ts'

const said: Record<Language, { title: string; text: string }> = {
  en: {
    title: 'This link leads nowhere',
    text: 'It was switched off by whoever sent it, or a letter of it is missing.',
  },
  fr: {
    title: 'Ce lien ne mène nulle part',
    text: 'La personne qui l’a envoyé l’a désactivé, ou il manque une lettre.',
  },
}

export function notFoundPage(language: Language): string {
  const { title, text } = said[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`
}
