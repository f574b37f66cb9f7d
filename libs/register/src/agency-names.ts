/** What agencies and communes are called on a day, found by any of their names, and in Vietnamese order. Pure. */
import type { AgencyKind } from '#agencies/agency.js';
import { vietnameseSortKey } from './fold-text.js';

export interface NameRow {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly validFrom: string;
  readonly recordedAt: Date;
  /** All spellings of this name, folded. */
  readonly search: string;
}

export class AgencyNames {
  private readonly names = new Map<string, string>();
  private readonly ranks = new Map<string, number>();
  private readonly keys: readonly string[];

  /** @param rows of each agency in the order of its names */
  constructor(
    private readonly rows: readonly NameRow[],
    at: { readonly on?: string; readonly asOf?: string },
  ) {
    for (const row of inForce(rows, at)) this.names.set(row.code, row.name);
    const keys = new Map([...this.names.values()].map((name) => [name, vietnameseSortKey(name)]));
    this.keys = [...new Set(keys.values())].sort(byCodePoint);
    const places = new Map(this.keys.map((key, i) => [key, 2 * i + 2]));
    for (const [code, name] of this.names) this.ranks.set(code, places.get(keys.get(name) ?? '') ?? 0);
  }

  has(code: string): boolean {
    return this.names.has(code);
  }

  /** The code itself, when no agency of that code is known. */
  of(code: string): string {
    return this.names.get(code) ?? code;
  }

  /** Codes of those that one of their names, of whatever time, contains the folded word. */
  matching(word: string): string[] {
    return [...new Set(this.rows.filter((row) => row.search.includes(word)).map((row) => row.code))];
  }

  /** Codes with even ranks in Vietnamese order. */
  ranked(): { codes: string[]; ranks: number[] } {
    return { codes: [...this.ranks.keys()], ranks: [...this.ranks.values()] };
  }

  /** Where a name stands among the ranks: an odd number, between two, when nobody is called so now. */
  rankOf(name: string): number {
    const key = vietnameseSortKey(name);
    const smaller = this.keys.filter((other) => byCodePoint(other, key) < 0).length;
    return this.keys[smaller] === key ? 2 * smaller + 2 : 2 * smaller + 1;
  }
}

/** Of each agency the row whose name it has on the day; before its first day the first, after its last the last. */
export function inForce<Row extends NameRow>(
  rows: readonly Row[],
  { on, asOf }: { readonly on?: string; readonly asOf?: string },
): Row[] {
  const known = asOf ? rows.filter((row) => row.recordedAt.getTime() <= Date.parse(asOf)) : rows;
  const found = new Map<string, Row>();
  for (const row of known) {
    if (!found.has(row.code) || on === undefined || row.validFrom <= on) found.set(row.code, row);
  }
  return [...found.values()];
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
