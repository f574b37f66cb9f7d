/**
 * The evidence package: JSON Lines that prove by themselves what was recorded. A header with the signed head and the
 * keys, then a line for each event, then attachments, then an end that says how much there was.
 *
 * A case: each event with its own path to the root. A stretch of the log: the hashes left and right of it, so that the
 * whole needs no more than one event does, and nothing can be left out of it.
 */
import type { StoredEvent } from './leaf.js';

export const FORMAT = 'dondoc-evidence/1';

export interface PackageHeader {
  readonly format: typeof FORMAT;
  readonly made: string;
  readonly scope: CaseScope | StretchScope;
  readonly treeSize: number;
  /** The head as it was signed. */
  readonly checkpoint: string;
  /** The events of the ledger's stream that say which keys sign, from the first on. */
  readonly keys: readonly Pick<StoredEvent, 'id' | 'stream' | 'version' | 'type' | 'data'>[];
}

export interface CaseScope {
  readonly kind: 'case';
  readonly number: string;
  readonly stream: string;
}

export interface StretchScope {
  readonly kind: 'stretch';
  /** Days of recording, as asked for. */
  readonly from: string;
  readonly to: string;
  /** Places in the log, the last not included. */
  readonly first: number;
  readonly end: number;
  /** Hashes of the subtrees before the first event, in base64. */
  readonly left: readonly string[];
  /** Of those from the end of the stretch to the end of the tree. */
  readonly right: readonly string[];
}

export interface EventLine {
  readonly event: StoredEvent;
  /** Place in the log, from 0, and the path to the root: in the package of a case. */
  readonly index?: number;
  readonly path?: readonly string[];
}

/** An attachment that an event names. Its content follows in `chunk` lines when it is in the package. */
export interface FileLine {
  readonly file: {
    readonly hash: string;
    readonly name: string;
    readonly size: number;
    readonly included: boolean;
  };
}

export interface ChunkLine {
  readonly chunk: string;
}

export interface EndLine {
  readonly end: {
    readonly events: number;
    readonly files: number;
    /** Of every byte before this line. */
    readonly sha256: string;
  };
}
