import { Origin } from '../istio/model/manifest';

/** A text and what is known of it before it is read. */
export interface TextInput {
  readonly file: string;
  readonly text: string;
  /** Bytes that are no UTF-8 have been replaced. */
  readonly damaged: boolean;
  /** Named by the user, who says that there are manifests in it. What else a folder holds is nobody's fault. */
  readonly named: boolean;
  /** In the `templates` folder of a Helm chart. */
  readonly chartTemplate: boolean;
  readonly mesh: string;
  readonly context: boolean;
}

/** What is parsed at once: a document, or an item of a List. */
export interface Piece {
  readonly origin: Origin;
  readonly text: string;
  /** Offset in the file; always the start of a line. */
  readonly start: number;
}
