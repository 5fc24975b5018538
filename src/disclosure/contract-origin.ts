// Where a field of a register comes from. Browser-safe.
export const origins = ['measured', 'declared', 'missing'] as const
export type Origin = (typeof origins)[number]
