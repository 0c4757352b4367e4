import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

/** Builds only what the browser gets: the style sheet and one file for each island. */
export default defineConfig({
  publicDir: 'src/ui/identity',
  build: {
    outDir: 'build',
    manifest: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['src/ui/styles/site.css', ...globSync('src/islands/*.{ts,tsx}')] },
  },
})
