import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the API; the built admin is served by the API itself, so it needs no address. */
const api = `http://127.0.0.1:${process.env.PORT ?? '4000'}`;

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@duixian/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/graphql': api, '/files': api } },
});
