// The types of supported-node.mjs, which is plain JavaScript since an old Node has to read it.
export const nodeMin: readonly [number, number]
export function isNewEnough(version: string): boolean
export function onSupportedNode(words?: readonly string[]): Promise<void>
