/** From what somebody types for an agency to the agency: its code, its abbreviation, or its name with or without marks. */
import { foldText } from '#register/fold-text.js';
import type { AgencyView } from '#register/register.types.js';

type Known = Pick<AgencyView, 'code' | 'name' | 'abbreviation' | 'aliases'>;

/** The one that is meant; undefined when none is, or more than one could be. */
export function matchAgency<A extends Known>(text: string, agencies: readonly A[]): A | undefined {
  const asked = foldText(text);
  if (asked === '') return undefined;
  const spellings = ({ code, name, abbreviation, aliases }: A) =>
    [code, name, abbreviation, ...aliases].map((one) => foldText(one));
  const exact = agencies.filter((one) => spellings(one).includes(asked));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  // Everyone leaves the kind out: "Tài chính" is the department, "Lam Thành" the commune.
  const whole = agencies.filter((one) => spellings(one).some((said) => said.endsWith(` ${asked}`)));
  if (whole.length === 1) return whole[0];
  const part = agencies.filter((one) => spellings(one).some((said) => said.includes(asked)));
  return part.length === 1 ? part[0] : undefined;
}

/** Several in one cell: "STC, Sở Nội vụ; SXD". The first that is none is told. */
export function matchAgencies<A extends Known>(
  text: string,
  agencies: readonly A[],
): { readonly found: readonly A[]; readonly unknown: string | undefined } {
  const found: A[] = [];
  for (const name of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (name === '') continue;
    const match = matchAgency(name, agencies);
    if (!match) return { found, unknown: name };
    found.push(match);
  }
  return { found, unknown: undefined };
}
