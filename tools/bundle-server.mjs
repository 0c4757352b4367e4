// node tools/bundle-server.mjs FOLDER    the server, the command line and their programs as a few files of plain JavaScript
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = resolve(process.argv[2] ?? '')

/** Parts that are native, find files beside themselves, or are loaded only when they are needed. */
const external = [
  /^rolldown/,
  /^vite$/,
  /^@myriaddreamin\//,
  /^@expo-google-fonts\//,
  /^@patdx\//,
  /^@resvg\//,
  /^pg$/,
  /^exceljs$/,
  /^docx$/,
  /^nodemailer$/,
]

/** What a source finds beside itself: a program of its own becomes one more entry, a file is read where it is. */
const filesBeside = {
  name: 'files-beside',
  transform: {
    filter: { id: /[\\/]src[\\/].*\.tsx?$/, code: /import\.meta\.url/ },
    handler(code, id) {
      const withPrograms = code.replaceAll(/new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g, (_, path) => {
        const source = resolve(dirname(id), path)
        const fileName = `${relative(join(root, 'src'), source).replaceAll(sep, '-').slice(0, -3)}.js`
        this.emitFile({ type: 'chunk', id: source, fileName })
        return `new URL('./${fileName}', import.meta.built)`
      })
      const source = relative(folder, id).replaceAll(sep, '/')
      const withFiles = withPrograms.replaceAll(
        'import.meta.url',
        `new URL('${source}', import.meta.built).href`,
      )
      return { code: withFiles.replaceAll('import.meta.built', 'import.meta.url') }
    },
  },
}

const built = await rolldown({
  cwd: root,
  input: { start: 'src/start.ts', cli: 'src/cli.ts' },
  platform: 'node',
  external,
  logLevel: 'silent',
  transform: { jsx: { runtime: 'automatic', importSource: 'preact' }, target: 'es2024' },
  plugins: [filesBeside],
})
const names = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
await built.write({ dir: folder, format: 'esm', sourcemap: true, ...names })
