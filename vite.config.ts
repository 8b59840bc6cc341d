import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { readyMadeModels } from './scripts/ready-made-models.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * While developing, Vite puts scripts and styles into the page and talks to it over a socket, which the
 * page's security policy forbids. The policy is loosened there, and there only.
 */
const looserPolicyWhileDeveloping: Plugin = {
  name: 'zonula-looser-policy-while-developing',
  apply: 'serve',
  transformIndexHtml: (html, { server }) =>
    server
      ? html
          .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
          .replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'")
          .replace("connect-src 'self'", "connect-src 'self' ws:")
      : html,
};

export default defineConfig({
  root: `${root}web`,
  // Relative addresses: the built folder works under any path.
  base: './',
  plugins: [
    react(),
    looserPolicyWhileDeveloping,
    readyMadeModels(),
    VitePWA({
      registerType: 'prompt',
      // The app registers its service worker itself: a script inside the page would break the policy.
      injectRegister: false,
      includeAssets: ['icon.svg', 'icon-192.png'],
      manifest: {
        name: 'Zonula',
        short_name: 'Zonula',
        description: 'A window into your own gut lining. Nothing leaves this device.',
        theme_color: '#faf6ee',
        background_color: '#faf6ee',
        display: 'standalone',
        start_url: './',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        ],
      },
      workbox: {
        // Everything, so that the app works without a network after the first visit.
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,json,wasm}'],
        maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
      },
    }),
  ],
  worker: { format: 'es' },
  server: { host: '127.0.0.1', fs: { allow: [root] } },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: true,
    // No data: addresses and no script inside the page, so that the security policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
