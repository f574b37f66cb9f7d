/** The figures of the register, each as the filter that lists exactly the obligations it counts. */
import { NOT_ENDED, type RegisterFilter } from '#register/register.types.js';

export const FIGURES = [
  'total',
  'doneOnTime',
  'doneLate',
  'doneNoTerm',
  'openInTerm',
  'openOverdue',
  'openNoTerm',
  'dueSoon',
  'ended',
  'answered',
  'resolved',
] as const;
export type Figure = (typeof FIGURES)[number];

export const FILTER_OF: Readonly<Record<Figure, RegisterFilter>> = {
  total: { workflow: NOT_ENDED },
  doneOnTime: { term: ['DONE_ON_TIME'] },
  doneLate: { term: ['DONE_LATE'] },
  doneNoTerm: { term: ['DONE_NO_TERM'] },
  openInTerm: { term: ['OPEN_IN_TERM'] },
  openOverdue: { term: ['OPEN_OVERDUE'] },
  openNoTerm: { term: ['OPEN_NO_TERM'] },
  dueSoon: { term: ['DUE_SOON'] },
  ended: { workflow: ['TRANSFERRED', 'CANCELLED', 'WITHDRAWN'] },
  answered: { workflow: NOT_ENDED, answerStatus: ['ANSWERED', 'ACCEPTED'] },
  resolved: { workflow: NOT_ENDED, answerStatus: ['ACCEPTED'], category: ['RESOLVED'] },
};
