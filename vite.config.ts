// How the web app is built: React from src/web into dist/web, served by the server itself; for
// `npm run dev` it is served as it is being changed.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  server: {
    host: '127.0.0.1',
    // What is no file of the web app: the API, the pages for people, the ledger, the health.
    proxy: {
      '^/(v1|p|f|ledger|health)/': process.env['ACCORD_DEV_SERVER'] ?? 'http://127.0.0.1:8470',
    },
  },
})
