// HTTP shapes of accountability: impact assessments, training, reviews. Browser-safe.
export * from './contract-impact.ts'
