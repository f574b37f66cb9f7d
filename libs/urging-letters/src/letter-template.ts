/**
 * The words of an urging letter, which the office may change. They are plain text with places for what each letter says
 * for itself; the layout of Nghị định 30/2020/NĐ-CP stands around them and is no part of the template, so that no template
 * can break it or bring markup along.
 */
import Mustache from 'mustache';
import type { Decider } from '#event-sourcing/decider.js';
import { DomainError } from '#event-sourcing/decider.js';
import { requireText } from '#obligations/checks.js';

export const TEMPLATE_STREAM = 'urging-letter-template';

export interface LetterTemplate {
  /** "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN": the body above the one that issues. */
  readonly superior: string;
  readonly organ: string;
  /** Where it is signed: "Nghệ An". */
  readonly place: string;
  readonly opening: string;
  readonly closing: string;
  /** Nơi nhận, line by line. */
  readonly recipients: readonly string[];
}

/** What a template may speak of. */
export const PLACES = ['agency', 'count', 'number', 'date', 'replyBy', 'longest'] as const;
export type Places = Readonly<Record<(typeof PLACES)[number], string>>;

export const DEFAULT_TEMPLATE: LetterTemplate = {
  superior: 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
  organ: 'VĂN PHÒNG',
  place: 'Nghệ An',
  opening:
    'Qua theo dõi việc thực hiện các nhiệm vụ, kiến nghị được giao, đến ngày {{date}}, {{agency}} còn {{count}} nội dung chưa hoàn thành{{#longest}}, quá hạn lâu nhất {{longest}} ngày làm việc{{/longest}}, cụ thể như sau:',
  closing:
    'Văn phòng đề nghị {{agency}} khẩn trương thực hiện các nội dung nêu trên{{#replyBy}} và báo cáo bằng văn bản trước ngày {{replyBy}}{{/replyBy}}. Công văn này không thay đổi thời hạn đã được giao.',
  recipients: ['Như trên;', 'Phó Chủ tịch Thường trực UBND tỉnh (để b/c);', 'Lưu: VT.'],
};

export type LetterTemplateEvent = {
  readonly type: 'UrgingLetterTemplateAdopted';
  readonly data: { readonly template: LetterTemplate };
};
export const LETTER_TEMPLATE_EVENTS = { UrgingLetterTemplateAdopted: 1 } satisfies Record<
  LetterTemplateEvent['type'],
  number
>;

export interface AdoptedTemplate {
  /** 0: the default. */
  readonly version: number;
  readonly template: LetterTemplate;
}

export interface AdoptTemplate {
  readonly type: 'AdoptUrgingLetterTemplate';
  readonly data: { readonly template: LetterTemplate };
}

export const letterTemplate: Decider<AdoptedTemplate, AdoptTemplate, LetterTemplateEvent> = {
  initialState: { version: 0, template: DEFAULT_TEMPLATE },
  evolve: (state, { type, data }) =>
    type === 'UrgingLetterTemplateAdopted' ? { version: state.version + 1, template: data.template } : state,
  decide({ data }, { template: before }) {
    const template = checkedTemplate(data.template);
    if (JSON.stringify(template) === JSON.stringify(before)) return [];
    return [{ type: 'UrgingLetterTemplateAdopted', data: { template } }];
  },
};

function checkedTemplate(given: LetterTemplate): LetterTemplate {
  const line = (text: string, key: string) => {
    requirePlaces(text, `template.${key}`);
    return requireText(text, `template.${key}`);
  };
  return {
    superior: line(given.superior, 'superior'),
    organ: line(given.organ, 'organ'),
    place: line(given.place, 'place'),
    opening: line(given.opening, 'opening'),
    closing: line(given.closing, 'closing'),
    recipients: given.recipients.map((text, i) => line(text, `recipients.${i}`)),
  };
}

type Token = readonly [kind: string, name: string, from: number, to: number, inner?: readonly Token[]];

/** @throws DomainError TEMPLATE_INVALID */
function requirePlaces(text: string, field: string): void {
  let tokens: readonly Token[];
  try {
    tokens = Mustache.parse(text) as unknown as readonly Token[];
  } catch (error) {
    throw invalid(field, (error as Error).message);
  }
  const check = (all: readonly Token[]): void => {
    for (const [kind, name, , , inner] of all) {
      if (kind === 'text' || kind === '!') continue;
      if (kind === '>' || kind === '=') throw invalid(field, `{{${kind}`);
      if (!(PLACES as readonly string[]).includes(name)) throw invalid(field, `{{${name}}}`);
      if (inner) check(inner);
    }
  };
  check(tokens);
}

const invalid = (field: string, what: string) =>
  new DomainError(
    'TEMPLATE_INVALID',
    `Mẫu không hợp lệ: ${what.slice(0, 100)}. Chỉ dùng: ${PLACES.map((place) => `{{${place}}}`).join(', ')}.`,
    `The template is not valid: ${what.slice(0, 100)}. It may use ${PLACES.map((place) => `{{${place}}}`).join(', ')}.`,
    field,
  );

/** As plain text: whoever puts it on a page escapes it there, once. */
export const filledIn = (text: string, places: Places): string =>
  Mustache.render(text, places, {}, { escape: String });
