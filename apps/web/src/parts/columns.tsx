/** The head of a table whose columns are called `column_<name>`. */
import { useTranslation } from 'react-i18next';

export function Columns({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col" key={name}>
            {t(`column_${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
