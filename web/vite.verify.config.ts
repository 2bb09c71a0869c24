import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** Builds /verify as one HTML file that needs nothing else; runs after the app's build and adds to its folder. */
export default defineConfig({
  plugins: [vue(), viteSingleFile({ removeViteModuleLoader: true })],
  publicDir: false,
  worker: { format: 'iife' },
  build: { target: 'es2022', emptyOutDir: false, rolldownOptions: { input: 'verify.html' } },
})
