/** What a grant of a role is made of. What each role may do stands in the policy. */
import { type Role, ROLES } from './policy.js';

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** Five digits for communes and wards, capitals for the others. */
export const isAgencyCode = (text: string): boolean => /^[A-Z0-9Đ]{2,12}$/.test(text);

/** In what capacity a stand-in signs: KT., TL., TUQ., and TM. for the collective's own head. */
export const CAPACITIES = ['ON_BEHALF', 'DEPUTY_FOR', 'BY_ORDER', 'BY_AUTHORISATION'] as const;

export type Capacity = (typeof CAPACITIES)[number];
