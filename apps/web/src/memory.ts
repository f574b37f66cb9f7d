/** What this browser keeps for the person who sits at it. Storage may be switched off: then it lasts as long as the page. */
const held = new Map<string, string>();

/** How things look, which says nothing of who sat here: the only things that outlive signing out. */
const LOOKS = ['language', 'theme', 'columns.hidden'];

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`dondoc.${name}`);
  } catch {
    return held.get(name) ?? null;
  }
}

export function remember(name: string, value: string): void {
  held.set(name, value);
  try {
    localStorage.setItem(`dondoc.${name}`, value);
  } catch {
    // Kept above.
  }
}

export function drop(name: string): void {
  held.delete(name);
  try {
    localStorage.removeItem(`dondoc.${name}`);
  } catch {
    // It was never there.
  }
}

/** Whoever sits down here next finds nothing that was written or kept: not by us, nor by a library. */
export function forget(): void {
  const kept = LOOKS.map((name) => [name, recall(name)] as const);
  held.clear();
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // There is none.
  }
  for (const [name, value] of kept) if (value !== null) remember(name, value);
}
