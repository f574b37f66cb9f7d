/** Light or dark: as the person chose, or as the machine is set. */
import { recall, remember } from './memory.js';

export type Theme = 'light' | 'dark';

export function theme(): Theme {
  const chosen = recall('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function wear(next: Theme): void {
  document.documentElement.dataset.theme = next;
}

export function choose(next: Theme): void {
  remember('theme', next);
  wear(next);
}
