import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MenuPicture } from './menu-picture.tsx';

/** The day menus that a person can choose by sight; tube feed is set by a doctor and stands under My food. */
export const picturedMenus = [
  'western',
  'mediterranean',
  'guideline',
  'rural_high_fibre',
  'vegan',
  'fermented_food',
  'low_fodmap',
  'gluten_free',
  'ketogenic',
] as const;

export function MenuCards({
  label,
  value,
  onChange,
  all = false,
}: {
  label: string;
  value: string | undefined;
  onChange: (menu: string) => void;
  all?: boolean;
}): ReactNode {
  const { t } = useTranslation('menus');
  const ids = all ? [...picturedMenus, 'enteral'] : picturedMenus;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="menu-cards"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(String(key));
      }}
    >
      {ids.map((id) => (
        <ToggleButton key={id} id={id} className="menu-card">
          <MenuPicture menu={id} />
          <strong>{t(`${id}.name`)}</strong>
          <span className="soft small">{t(`${id}.about`)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
