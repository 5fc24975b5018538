// A field's help stands below what is typed, so that fields side by side begin at one height.
export const helpBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]
