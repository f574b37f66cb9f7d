/** A line to type into at the door. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly maxLength: number;
  readonly minLength?: number;
  readonly secret?: 'current-password' | 'new-password';
  readonly autoComplete?: string;
  readonly value?: string;
}) {
  return (
    <label>
      <span>{props.label}</span>
      <input
        name={props.name}
        type={props.secret ? 'password' : 'text'}
        autoComplete={props.secret ?? props.autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={props.minLength}
        maxLength={props.maxLength}
        defaultValue={props.value}
      />
    </label>
  );
}
