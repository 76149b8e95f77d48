import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = process.env['API_URL'] ?? 'http://localhost:4000';

/** Asks for the Latin typeface in the document's head, so that it is there for the first words. */
function preloadTypeface(): Plugin {
  return {
    name: 'preload-typeface',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const latin = Object.keys(bundle ?? {}).find((file) => /bricolage-grotesque-latin-wght-normal.*\.woff2$/u.test(file));
        if (latin === undefined) return [];
        return [{ tag: 'link', injectTo: 'head-prepend', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${latin}` } }];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadTypeface()],
  resolve: { conditions: ['@lynkify/source', ...defaultClientConditions] },
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/v1', '/media', '/unsubscribe'].map((path) => [path, { target: api, changeOrigin: true }])),
  },
});
