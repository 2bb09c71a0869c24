import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { phoneFiles } from './scripts/phone-files.ts'

/** The server that pages talk to while they are being written; the mock of dev/ listens there by default. */
const server = process.env.LIUHEN_SERVER ?? 'http://127.0.0.1:18990'

export default defineConfig({
  plugins: [vue(), phoneFiles()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'index.html', phone: 'phone.html', 'phone-worker': 'src/phone/worker.ts' },
      // a service worker keeps its address from version to version
      output: { entryFileNames: (chunk) => (chunk.name === 'phone-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { host: '127.0.0.1', port: 18991, proxy: { '/api': server, '/ledger': server, '/verify': server } },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
})
