/**
 * Decorators for request bodies: each checks a property, describes it for OpenAPI, and says in both languages what is
 * wrong. Text is kept in NFC unless it is verbatim; NUL, other control characters and half surrogate pairs are refused.
 */
import { applyDecorators, type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested, type ValidationError, validateSync } from 'class-validator';
import { isLocalDate } from '#calendar/local-date.js';
import { type FieldFault, Problem } from './problem.js';

export interface FieldOptions {
  /** Vietnamese, then English. */
  readonly about: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly default?: unknown;
}

type Fault = Omit<FieldFault, 'field'>;

function check(name: string, test: (value: unknown) => boolean, fault: Fault): PropertyDecorator {
  return ValidateBy(
    { name, validator: { validate: test, defaultMessage: () => fault.code } },
    { context: fault },
  );
}

function property(options: FieldOptions, schema: Record<string, unknown>): PropertyDecorator {
  const { about, example, optional = false } = options;
  return applyDecorators(
    ApiProperty({
      ...schema,
      description: about,
      required: !optional,
      ...(example === undefined ? {} : { example }),
      ...(options.default === undefined ? {} : { default: options.default }),
    }),
    // Only what is left out is optional: null is a value, and refused where it is not meant.
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

const TEXT_CHECKS = (max: number) => [
  check('isText', isText, { code: 'NOT_TEXT', vi: 'Phải là chuỗi ký tự.', en: 'Must be text.' }),
  check('isStorable', (v) => !isText(v) || !UNSTORABLE.test(v), {
    code: 'TEXT_NOT_STORABLE',
    vi: 'Có ký tự điều khiển hoặc ký tự hỏng.',
    en: 'Has control characters or broken ones.',
  }),
  check('isShort', (v) => !isText(v) || v.length <= max, {
    code: 'TEXT_TOO_LONG',
    vi: `Dài quá ${max} ký tự.`,
    en: `Longer than ${max} characters.`,
  }),
  check('isFilled', (v) => !isText(v) || v.trim() !== '', {
    code: 'TEXT_EMPTY',
    vi: 'Không được để trống.',
    en: 'Must not be empty.',
  }),
];

const nfc = Transform(({ value }: { value: unknown }) => (isText(value) ? value.normalize('NFC') : value));

export const Text = (max: number, options: FieldOptions) =>
  applyDecorators(
    property(options, { type: String, minLength: 1, maxLength: max }),
    nfc,
    ...TEXT_CHECKS(max),
  );

/** As it was written: not even its letters are composed anew. */
export const Verbatim = (max: number, options: FieldOptions) =>
  applyDecorators(property(options, { type: String, minLength: 1, maxLength: max }), ...TEXT_CHECKS(max));

export const DateField = (options: FieldOptions & { nullable?: boolean }) =>
  applyDecorators(
    property(options, { type: String, format: 'date', ...(options.nullable ? { nullable: true } : {}) }),
    check('isLocalDate', (v) => isLocalDate(v) || (options.nullable === true && v === null), {
      code: 'DATE_INVALID',
      vi: 'Ngày phải có dạng YYYY-MM-DD và có trên lịch, ví dụ 2025-10-15.',
      en: 'Must be a date of the calendar in the form YYYY-MM-DD, such as 2025-10-15.',
    }),
  );

export const OneOf = (values: readonly (string | number)[], options: FieldOptions) =>
  applyDecorators(
    property(options, { enum: [...values] }),
    check('isOneOf', (v) => values.includes(v as string), {
      code: 'VALUE_NOT_ALLOWED',
      vi: `Phải là một trong: ${values.join(', ')}.`,
      en: `Must be one of: ${values.join(', ')}.`,
    }),
  );

export const Whole = (min: number, max: number, options: FieldOptions) =>
  applyDecorators(
    property(options, { type: 'integer', minimum: min, maximum: max }),
    check('isWhole', (v) => Number.isInteger(v) && (v as number) >= min && (v as number) <= max, {
      code: 'NUMBER_INVALID',
      vi: `Phải là số nguyên từ ${min} đến ${max}.`,
      en: `Must be a whole number from ${min} to ${max}.`,
    }),
  );

export const Flag = (options: FieldOptions) =>
  applyDecorators(
    property(options, { type: Boolean }),
    check('isFlag', (v) => typeof v === 'boolean', {
      code: 'NOT_BOOLEAN',
      vi: 'Phải là true hoặc false.',
      en: 'Must be true or false.',
    }),
  );

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const LIST_CHECKS = (max: number, min = 0) => [
  check('isList', isList, { code: 'NOT_A_LIST', vi: 'Phải là một danh sách.', en: 'Must be a list.' }),
  check('isShortList', (v) => !isList(v) || (v.length <= max && v.length >= min), {
    code: 'LIST_LENGTH_INVALID',
    vi: `Phải có từ ${min} đến ${max} mục.`,
    en: `Must have ${min} to ${max} entries.`,
  }),
];

export const TextList = (max: number, length: number, options: FieldOptions & { min?: number }) =>
  applyDecorators(
    property(options, { type: [String], maxItems: max, ...(options.min ? { minItems: options.min } : {}) }),
    Transform(({ value }: { value: unknown }) =>
      isList(value) ? value.map((item) => (isText(item) ? item.normalize('NFC') : item)) : value,
    ),
    ...LIST_CHECKS(max, options.min),
    check(
      'areTexts',
      (v) =>
        !isList(v) ||
        v.every((i) => isText(i) && i.trim() !== '' && i.length <= length && !UNSTORABLE.test(i)),
      {
        code: 'NOT_TEXT',
        vi: `Mỗi mục phải là chuỗi, không quá ${length} ký tự.`,
        en: `Each must be text of at most ${length} characters.`,
      },
    ),
  );

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const Part = (type: () => new () => object, options: FieldOptions) =>
  applyDecorators(
    property(options, { type: type() }),
    Type(type),
    check('isRecord', isRecord, {
      code: 'NOT_AN_OBJECT',
      vi: 'Phải là một đối tượng.',
      en: 'Must be an object.',
    }),
    ValidateNested(),
  );

export const PartList = (
  type: () => new () => object,
  max: number,
  options: FieldOptions & { min?: number },
) =>
  applyDecorators(
    property(options, { type: [type()], maxItems: max }),
    Type(type),
    ...LIST_CHECKS(max, options.min),
    check('areRecords', (v) => !isList(v) || v.every(isRecord), {
      code: 'NOT_AN_OBJECT',
      vi: 'Mỗi mục phải là một đối tượng.',
      en: 'Each must be an object.',
    }),
    ValidateNested({ each: true }),
  );

/** A value that a pure function reads by itself, and refuses with codes of its own. */
export const Anything = (options: FieldOptions, schema: Record<string, unknown> = { type: 'object' }) =>
  applyDecorators(
    property(options, { ...schema, additionalProperties: true }),
    check('isAnything', () => true, NEVER),
  );
const NEVER: Fault = { code: 'NEVER', vi: '', en: '' };

/** `a,b` or a repeated parameter. */
export const QueryList = (values: readonly string[] | undefined, options: FieldOptions) =>
  applyDecorators(
    property({ ...options, optional: true }, { type: String }),
    Transform(({ value }: { value: unknown }) =>
      (isList(value) ? value : [value]).flatMap((item) => (isText(item) ? item.split(',') : [item])),
    ),
    check('areAllowed', (v) => isList(v) && v.every((i) => isText(i) && (!values || values.includes(i))), {
      code: 'VALUE_NOT_ALLOWED',
      vi: values ? `Chỉ nhận: ${values.join(', ')}.` : 'Giá trị không hợp lệ.',
      en: values ? `Only these: ${values.join(', ')}.` : 'Not a valid value.',
    }),
  );

export const QueryFlag = (options: FieldOptions) =>
  applyDecorators(
    property({ ...options, optional: true }, { type: Boolean }),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    check('isFlag', (v) => typeof v === 'boolean', {
      code: 'NOT_BOOLEAN',
      vi: 'Phải là true hoặc false.',
      en: 'Must be true or false.',
    }),
  );

export const QueryWhole = (min: number, max: number, options: FieldOptions) =>
  applyDecorators(
    Whole(min, max, { ...options, optional: true }),
    Transform(({ value }: { value: unknown }) =>
      isText(value) && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
  );

// ---- the pipe ----------------------------------------------------------------------------------------------------

const MAX_DEPTH = 12;
const UNKNOWN: Fault = {
  code: 'UNKNOWN_PROPERTY',
  vi: 'Không có thuộc tính này.',
  en: 'There is no such property.',
};
const WRONG: Fault = { code: 'VALUE_INVALID', vi: 'Giá trị không hợp lệ.', en: 'Not a valid value.' };

/** Bodies and queries become instances of their classes, or the request is refused with every fault named. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object || metatype === String)
      return value;
    const plain = value ?? {};
    if (!isRecord(plain)) {
      throw new Problem(
        400,
        'BODY_NOT_OBJECT',
        'Nội dung phải là một đối tượng JSON.',
        'The body must be a JSON object.',
      );
    }
    if (deeperThan(plain, MAX_DEPTH)) {
      throw new Problem(400, 'BODY_TOO_DEEP', 'Nội dung lồng quá sâu.', 'The body is nested too deeply.');
    }
    const instance = plainToInstance(metatype, plain) as object;
    const errors = validateSync(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    if (errors.length === 0) return instance;
    const faults = errors.flatMap((error) => faultsOf(error));
    const [first] = faults;
    throw new Problem(400, faults.length === 1 ? first!.code : 'VALIDATION_FAILED', first!.vi, first!.en, {
      field: first!.field,
      errors: faults,
    });
  }
}

function faultsOf(error: ValidationError, path = ''): FieldFault[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const inner = (error.children ?? []).flatMap((child) => faultsOf(child, field));
  const own = Object.keys(error.constraints ?? {}).filter((name) => name !== 'nestedValidation');
  // One fault a property is enough: the others follow from it.
  const [name] = own.toReversed();
  if (name === undefined) return inner.length > 0 ? inner : [{ field, ...WRONG }];
  if (name === 'whitelistValidation') return [{ field, ...UNKNOWN }];
  const fault = (error.contexts?.[name] as Fault | undefined) ?? WRONG;
  return [{ field, ...fault }, ...inner];
}

/** Without recursion: a body of brackets alone must not exhaust the stack. */
function deeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null
        ? Object.values(item).filter((v) => typeof v === 'object' && v)
        : [],
    );
  }
  return false;
}
