import { localStorageColorSchemeManager } from '@mantine/core';

/** The same key as public/theme.js reads before the first paint. */
export const themeManager = localStorageColorSchemeManager({ key: 'secura.theme' });
