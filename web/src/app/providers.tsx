import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { themeManager } from '../ui/theme-manager.ts';
import { cssVariables, theme } from '../ui/theme.ts';

/** What every page stands on. TanStack Query joins in the shell: the public pages have no data. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={themeManager} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
