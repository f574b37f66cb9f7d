/** The words of an urging letter, which the office may change; its layout is the law's. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LetterTemplate } from '#urging-letters/letter-template.js';
import { ask, client } from '../../client.js';
import { bodyOf, type Field } from '../../parts/action-forms.js';
import { Deed } from '../../parts/deed.js';
import { Failure, Waiting } from '../../parts/trouble.js';
import { useActing } from '../../session.js';

interface Adopted {
  /** 0: as it came with the program. */
  readonly version: number;
  readonly template: LetterTemplate;
  readonly places: readonly string[];
}

export function Template() {
  const { t } = useTranslation();
  const { role } = useActing();
  const { data, error, refetch } = useQuery({
    queryKey: ['letter-template'],
    queryFn: () => ask<Adopted>(client.GET('/api/urging-letters/template')),
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { template, version } = data;
  const text = (name: keyof LetterTemplate, as: Field['as'] = 'text'): Field => {
    const now = template[name];
    return { name, as, needed: true, byDefault: typeof now === 'string' ? now : now.join('\n') };
  };
  return (
    <>
      <p className="hint">{version === 0 ? t('templateDefault') : t('templateVersion', { n: version })}</p>
      <dl className="facts stacked" id="template">
        {(Object.keys(template) as (keyof LetterTemplate)[]).map((name) => (
          <div key={name}>
            <dt>{t(`field_${name}`)}</dt>
            <dd className="verbatim" lang="vi">
              {[template[name]].flat().join('\n')}
            </dd>
          </div>
        ))}
      </dl>
      {role === 'office-coordinator' && (
        <Deed
          name="adoptTemplate"
          primary
          about={t('templatePlaces', { places: data.places.map((place) => `{{${place}}}`).join(', ') })}
          path="/api/urging-letters/template"
          fields={[
            text('superior'),
            text('organ'),
            text('place'),
            text('opening', 'words'),
            text('closing', 'words'),
            text('recipients', 'lines'),
          ]}
          bodyOf={(values) => ({ template: bodyOf(values) })}
        />
      )}
    </>
  );
}
