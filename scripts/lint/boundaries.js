// The lint rule that keeps the house in order: which part may import which (docs/architecture.md).
import { dirname, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/** Folders of web/src and functions/src that everybody there may use; all others are areas. */
const shared = { web: ['app', 'firebase', 'ui'], functions: ['platform'] };

/** Folders that put the areas together and so may import all of them. */
const composers = { web: ['app'], functions: ['api'] };

/** What the domain may build on: packages without I/O that run alike in a browser and on a server. */
const domainPackages = /^(zod|@noble\/|@scure\/|tldts$|ipaddr\.js$)/;

const adminUsers = ['functions/src/platform/', 'scripts/', 'seed/', 'tests/', 'bench/'];

/** The part and area of a file: `web/src/incidents/queue/x.ts` is in part web, area incidents. */
function place(file) {
  const [part, src, area, ...rest] = file.split('/');
  return { part, area: src === 'src' && rest.length > 0 ? area : undefined };
}

/** Why `from` must not import `target`, as a sentence; undefined when it may. */
export function objection(from, target, typeOnly = false) {
  const here = place(from);
  const test = /\.(test|spec)\.tsx?$/.test(from);
  const outside = !target.startsWith('.');
  if (outside) return test && !/^(@secura|firebase|@firebase)/.test(target) ? undefined : packageObjection(from, here, target, typeOnly);

  const there = place(relative(root, resolve(root, dirname(from), target)).replaceAll('\\', '/'));
  if (here.part === 'domain' && there.part !== 'domain') return 'The domain imports only itself and pure packages.';
  if (here.part === 'web' && there.part === 'functions') return 'The web app never imports the functions.';
  if (here.part === 'functions' && there.part === 'web') return 'The functions never import the web app.';
  if (here.part !== there.part || !(here.part in shared)) return undefined;
  if (!here.area || !there.area || here.area === there.area) return undefined;
  if (shared[here.part].includes(there.area) && !shared[here.part].includes(here.area)) return undefined;
  if (composers[here.part].includes(here.area)) return undefined;
  if (shared[here.part].includes(here.area) && shared[here.part].includes(there.area) && there.area !== 'app') return undefined;
  return `${here.part}/src/${here.area} must not import ${there.area}: areas meet only in ${composers[here.part].join(' or ')}.`;
}

function packageObjection(from, here, target, typeOnly) {
  if (here.part === 'domain' && !domainPackages.test(target)) return 'The domain imports only itself and pure packages: zod, @noble, @scure, tldts, ipaddr.js.';
  if (/^@?firebase($|\/)/.test(target) && here.part === 'web' && here.area !== 'firebase') {
    return 'Only web/src/firebase imports the Firebase SDK.';
  }
  if (/^firebase-admin($|\/)/.test(target) && !typeOnly && !adminUsers.some((folder) => from.startsWith(folder))) {
    return 'Only functions/src/platform (and scripts, seed, tests, bench) imports the Admin SDK.';
  }
  if (/^firebase-(admin|functions)/.test(target) && here.part === 'web') return 'The web app never imports server packages.';
  return undefined;
}

export const boundaries = {
  meta: { type: 'problem', schema: [], docs: { description: 'Imports point one way' } },
  create(context) {
    const from = relative(root, context.filename).replaceAll('\\', '/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
      const message = objection(from, node.source.value, typeOnly);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
