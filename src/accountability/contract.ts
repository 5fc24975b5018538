// HTTP shapes of accountability: impact assessments, training, reviews. Browser-safe.
export * from './contract-impact.ts'
export * from './contract-reviews.ts'
export * from './contract-training.ts'
