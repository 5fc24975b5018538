// What a ledger is, for whoever keeps one: leaves, tree, tiles, checkpoints, proofs. Pure.
export { base64, base64url, fromBase64, fromBase64url } from './base64.ts'
export {
  type CanonicalValue,
  canonicalJson,
  type FlatMember,
  flatWriter,
} from './canonical-json.ts'
export {
  type Checkpoint,
  formatCheckpoint,
  formatProof,
  parseCheckpoint,
  parseProof,
  type TlogProof,
} from './checkpoint.ts'
export {
  type HmacSha256,
  joinBytes,
  type Sha256,
  type SignEd25519,
  sameBytes,
  type VerifyEd25519,
} from './hash.ts'
export {
  commitmentOf,
  everyPurpose,
  hashFromText,
  hashText,
  type Leaf,
  type LeafKind,
  leafKinds,
  leafText,
  leafVersion,
  parseLeaf,
} from './leaf.ts'
export {
  formatNoteKey,
  type NoteKey,
  noteKeyId,
  openNote,
  parseNoteKey,
  signNote,
} from './note.ts'
export {
  type Bundle,
  decodeBundle,
  decodeTile,
  emptyEdge,
  encodeBundle,
  encodeTile,
  entryOctetsMax,
  extendTiles,
  frontierOfEdge,
  growTree,
  hashOctets,
  partialWidths,
  subtreeHash,
  type Tile,
  type TileEdge,
  tileOf,
  tilePath,
  tileWidth,
  tileWidthIn,
} from './tiles.ts'
export {
  appendLeaves,
  consistencyPath,
  emptyFrontier,
  type Frontier,
  foldSubtrees,
  inclusionPath,
  type LeafRange,
  leafHash,
  leafPrefixText,
  nodeHash,
  rootFromInclusion,
  rootOf,
  type Subtree,
  subtreesOf,
  verifyConsistency,
  verifyInclusion,
} from './tree.ts'
