/**
 * Stands in for re2js, which Firestore's SDK carries for regular expressions in its Pipeline queries. Secura has none of
 * those, and the library is a quarter of the SDK's size (docs/decisions/0004-bundle.md).
 */
export const RE2JS = {
  compile(): never {
    throw new Error('Pipeline queries with regular expressions are left out of this build; see vite.config.ts.');
  },
};
