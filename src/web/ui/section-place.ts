// Where in a screen a section stands: behind the sign # of its address, by its title.

/** Without accents, capitals and signs. */
export const placeOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
