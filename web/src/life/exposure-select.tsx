import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exposureCatalogue } from '../../../src/person/exposure-catalogue.ts';
import { SelectInput } from '../design/field.tsx';

export function ExposureSelect({
  kind,
  value,
  onChange,
}: {
  kind: 'medicine' | 'supplement';
  value: string;
  onChange: (id: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('life');
  const options = exposureCatalogue
    .filter((exposure) => exposure.kind === kind)
    .map(({ id, labelEn, labelEs }) => ({ id, label: i18n.language === 'es' ? labelEs : labelEn }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return <SelectInput label={t(`kind.${kind}`)} value={value} options={options} onChange={onChange} />;
}
