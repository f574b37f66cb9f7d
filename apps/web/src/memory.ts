/** What this browser keeps for the person who sits at it. Storage may be switched off: then it lasts as long as the page. */
const held = new Map<string, string>();

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
