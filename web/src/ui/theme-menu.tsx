import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { MenuButton, type MenuSection } from './menu-button.tsx';

const choices: { scheme: MantineColorScheme; label: string; Icon: typeof IconSun }[] = [
  { scheme: 'light', label: 'Light', Icon: IconSun },
  { scheme: 'dark', label: 'Dark', Icon: IconMoon },
  { scheme: 'auto', label: 'As the system', Icon: IconDeviceDesktop },
];

/** The choice of theme, to be put into a menu. */
export function useThemeSection(): MenuSection {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    heading: 'Theme',
    items: choices.map(({ scheme, label, Icon }) => ({
      id: `theme-${scheme}`,
      label,
      icon: <Icon size={18} aria-hidden="true" />,
      checked: colorScheme === scheme,
      onSelect: () => setColorScheme(scheme),
    })),
  };
}

/** A button that opens the choice of theme. */
export function ThemeMenu() {
  const section = useThemeSection();
  return (
    <MenuButton
      label="Theme"
      sections={[section]}
      trigger={
        <>
          <IconSun size={20} className="mantine-dark-hidden" aria-hidden="true" />
          <IconMoon size={20} className="mantine-light-hidden" aria-hidden="true" />
        </>
      }
    />
  );
}
