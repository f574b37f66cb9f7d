/** One input of a form, by what it takes. */
import { useActing } from '../session.js';
import type { Field, InputKind } from './action-forms.js';
import {
  AgenciesField,
  AgencyField,
  ChoiceField,
  DayField,
  DocumentFields,
  FieldOfWork,
  FlagField,
  LinesField,
  NumberField,
  PartsField,
  SecretField,
  SeveralField,
  TermField,
  TextField,
  WordsField,
} from './fields.js';

const INPUTS = {
  text: TextField,
  words: WordsField,
  lines: LinesField,
  number: NumberField,
  secret: SecretField,
  flag: FlagField,
  choice: ChoiceField,
  several: SeveralField,
  term: TermField,
  day: DayField,
  agency: AgencyField,
  agencies: AgenciesField,
  central: (props: Omit<Field, 'as'>) => <AgencyField {...props} central />,
  field: FieldOfWork,
  parts: PartsField,
  document: OwnDocumentFields,
} satisfies Record<InputKind, unknown>;

export function Input({ as, ...field }: Field) {
  const Kind = INPUTS[as];
  return <Kind {...field} />;
}

/** A document of the agency that one acts for. */
function OwnDocumentFields(props: Omit<Field, 'as'>) {
  const { agency } = useActing();
  return <DocumentFields {...props} agency={agency} />;
}
