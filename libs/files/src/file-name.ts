/**
 * The name of an attachment, kept as text for people and never used as a path. What could deceive a reader or harm the
 * one who saves it is taken out: folders, control characters, signs that turn the direction of writing.
 */
import type { FileType } from './file-type.js';

/** What file systems take, in UTF-8. */
const MAX_BYTES = 255;
/** Invisible ones among them: marks of direction, zero-width characters, line separators, halves of pairs. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Co}|\p{Cn}/gu;
const NOT_IN_NAMES = /[:*?"<>|]/g;
/** Windows takes these for devices, whatever stands after the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

export function cleanFileName(given: string | undefined, { extensions }: FileType): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const text = last
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(NOT_IN_NAMES, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICES, '_$1');
  const [, stem, ending] = /^(.*)\.([^.]*)$/s.exec(text) ?? [undefined, text, undefined];
  const fits = ending !== undefined && extensions.includes(ending.toLowerCase());
  // "report.exe" that is a PDF becomes "report.exe.pdf": the name says what the content is.
  const name = fits ? stem! : text;
  const extension = fits ? ending : extensions[0]!;
  return `${shortened(name || 'tệp', MAX_BYTES - extension.length - 1)}.${extension}`;
}

const LETTERS = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Cut between letters as people see them. */
function shortened(text: string, maxBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of LETTERS.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.replace(/[. ]+$/, '') || 'tệp';
}
