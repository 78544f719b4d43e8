import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { chunkGroups } from './chunks.ts';
import { mantineStyles } from './mantine-styles.ts';

const required = [
  'VITE_FIREBASE_API_KEY',
  'VITE_FIREBASE_AUTH_DOMAIN',
  'VITE_FIREBASE_PROJECT_ID',
  'VITE_FIREBASE_STORAGE_BUCKET',
  'VITE_FIREBASE_APP_ID',
];

/** A build for a real project without its settings would only fail in the browser of the first visitor. */
function demandSettings(mode: string, root: string): void {
  if (mode !== 'production') return;
  const settings = loadEnv(mode, root, 'VITE_');
  const missing = required.filter((name) => !settings[name]);
  if (missing.length > 0) {
    throw new Error(`The web build needs ${missing.join(', ')}: set them in the environment or in web/.env.production (see web/.env.example).`);
  }
}

export default defineConfig(({ mode, command }) => {
  if (command === 'build') demandSettings(mode, import.meta.dirname);
  return {
    plugins: [
      react(),
      mantineStyles(),
      VitePWA({
        registerType: 'prompt',
        injectRegister: false,
        includeAssets: ['theme.js', 'logo.svg', 'icons/icon-192.png'],
        manifest: {
          id: '/',
          name: 'Secura',
          short_name: 'Secura',
          description: 'Report a security incident and follow what is done about it.',
          start_url: '/home',
          scope: '/',
          display: 'standalone',
          background_color: '#080d18',
          theme_color: '#080d18',
          icons: [
            { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
            { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
            { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          ],
          shortcuts: [{ name: 'Report an incident', url: '/report', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] }],
        },
        workbox: {
          globPatterns: ['**/*.{js,css,html,svg,webmanifest}', 'icons/icon-192.png'],
          // Work of the team needs the server; its pages are kept once they were opened. Charts are large besides.
          globIgnores: ['push.js', '**/*{chart,admin-page,file-dialog,pdf-pages,mail-pages,export-dialog,zip,queue-page,team-case,action-dialog,assign-dialog,classify-dialog,move-dialog,publish-alert-dialog,reopen-dialog,resolve-dialog,add-technique-dialog,attack,merge-panel}-*.{js,css}', '.vite/**'],
          navigateFallback: '/index.html',
          navigateFallbackDenylist: [/^\/api\//, /^\/health/, /^\/__\//, /^\/dev\//],
          // What a push shows, in the one worker that there is.
          importScripts: ['/push.js'],
          cleanupOutdatedCaches: true,
          clientsClaim: true,
          runtimeCaching: [
            {
              urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
              handler: 'CacheFirst',
              options: { cacheName: 'secura-assets', expiration: { maxEntries: 80 } },
            },
          ],
        },
      }),
    ],
    resolve: { alias: { re2js: join(import.meta.dirname, 'src/firebase/no-re2.ts') } },
    build: {
      target: 'es2022',
      manifest: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        output: {
          codeSplitting: { groups: chunkGroups },
        },
      },
    },
  };
});
