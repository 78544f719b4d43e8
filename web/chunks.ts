const packages = (...names: string[]): RegExp => new RegExp(`node_modules/(${names.join('|')})/`);

const commonParts =
  'Button|Loader|Transition|UnstyledButton|Input|InputBase|InlineInput|TextInput|PasswordInput|Checkbox|Text|Anchor|CloseButton|ActionIcon|Stack|Group';
const commonHooks = 'use-uncontrolled|use-merged-ref|use-id|use-reduced-motion|use-media-query|use-color-scheme|utils';
const ownParts = 'ui/(logo|menu-button|theme-menu|theme|page|announcer|kbd|online|notify)|firebase/(session|device|config)|app/(opening|access)';

/**
 * Which modules travel together. Vendors change seldom, so each has a file that stays cached; what most pages share is one
 * file, because dozens of small ones compress worse and queue up. Everything else Rolldown splits by page.
 * A group takes along what its modules import and no group before it has, so that no two files wait for each other.
 */
export const chunkGroups = [
  { name: 'react', test: packages('react', 'react-dom', 'scheduler', 'react-router') },
  { name: 'firebase', test: packages('@firebase/(app|auth|util|component|logger)', 'firebase/(app|auth)', 'idb') },
  { name: 'firestore', test: packages('@firebase/firestore', '@firebase/webchannel-wrapper', 'firebase/firestore') },
  { name: 'ui', test: packages(`@mantine/core/esm/(core|utils|components/(${commonParts}))`, `@mantine/hooks/esm/(${commonHooks})`, 'clsx') },
  { name: 'base', test: new RegExp(`(web/src/(${ownParts})|domain/src/people/(permissions|vocabulary))\\.tsx?$`) },
  { name: 'icons', test: packages('@tabler/icons-react'), minShareCount: 2 },
  // Below eight, parts that only the team needs come along to employees: a budget of size-check.ts tells.
  { name: 'shared', test: /(web|domain)\/src\/|node_modules\/@tanstack\//, minShareCount: 8 },
].map((group, index, all) => ({ ...group, priority: all.length - index }));
