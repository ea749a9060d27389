/** Why a text cannot be read, and where; lines and columns start at 1. */
export interface Fault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Parsed = { readonly value: unknown; readonly fault?: undefined } | { readonly value?: undefined; readonly fault: Fault };
