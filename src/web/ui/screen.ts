// A screen as a file of its own, which the browser loads when it is first opened.
import { type ComponentType, lazy } from 'react'

/** `name` is what the file exports; the import stands at the caller, where the bundler sees it. */
export function screen<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }))
}
