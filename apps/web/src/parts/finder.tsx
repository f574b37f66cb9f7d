/** Narrows a list that is on the screen, while one types. */
export function Finder(props: { readonly label: string; readonly onFind: (text: string) => void }) {
  return (
    <input
      type="search"
      className="finder"
      aria-label={props.label}
      placeholder={props.label}
      maxLength={100}
      onChange={({ target }) => props.onFind(target.value)}
    />
  );
}
