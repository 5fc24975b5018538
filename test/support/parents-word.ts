// What an integrator sends to record a parent's word, but for whom it is about.
export const parentsWord = {
  purpose: 'offers',
  parentName: 'Inès Fictive',
  relation: 'mother',
  givenAt: '2026-11-01T10:00:00Z',
  source: 'inscription au comptoir',
  verification: 'signé devant nous, pièce présentée',
} as const
