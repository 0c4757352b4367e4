import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { features } from '#src/features/index.ts'
import { cycles, importsOf, readImports, violations } from './imports.ts'

const sources = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))
const imports = readImports()
const pathsWhere = (isBad: (file: { path: string; text: string }) => boolean) =>
  sources.filter(isBad).map(({ path }) => path)

test('imports follow the rules', () => {
  expect(imports.length).toBeGreaterThan(50)
  expect(violations(imports)).toEqual([])
})

test('no two files need each other', () => {
  expect(cycles(imports, (path) => (path.startsWith('src/') ? path : undefined))).toEqual([])
})

test('no two features need each other, pages aside', () => {
  const featureOf = (path: string) =>
    path.includes('/pages/') ? undefined : /^src\/features\/([^/]+)\//.exec(path)?.[1]
  expect(cycles(imports, featureOf)).toEqual([])
})

test('the rules see what they forbid', () => {
  const planted = [
    importsOf('src/features/plan/views/a.tsx', "import { z } from '../store/queries.ts'"),
    importsOf('src/lib/a.ts', "import { x } from '#src/platform/context.ts'"),
    importsOf('src/features/plan/core/a.ts', "import { sql } from 'kysely'"),
    importsOf('src/features/plan/core/a.ts', "import type { Context } from '#src/platform/context.ts'"),
    importsOf('src/features/plan/store/a.ts', "import {\n  x,\n} from '../../surveys/store/tables.ts'"),
    importsOf('src/features/plan/pages/a.tsx', "import { y } from '../../surveys/pages/survey-list.tsx'"),
    importsOf('src/features/plan/pages/a.tsx', "import { tables } from '../store/tables.ts'"),
    importsOf('src/islands/a.ts', "import { z } from '#src/features/plan/store/queries.ts'"),
  ]
  expect(planted.filter((one) => violations(one).length === 0)).toEqual([])
  expect(
    violations(
      importsOf('src/features/plan/store/a.ts', "import { listX } from '../../surveys/store/queries.ts'"),
    ),
  ).toEqual([])
})

test('every file can be read in one sitting', () => {
  expect(pathsWhere(({ text }) => text.split('\n').length > 250)).toEqual([])
})

test('names say what a thing is', () => {
  expect(
    pathsWhere(({ path }) => /\b(utils?|helpers?|common|misc|manager|data|info|service)\b/.test(path)),
  ).toEqual([])
})

test('no inline style, script or handler: the content security policy forbids them', () => {
  expect(
    pathsWhere(
      ({ path, text }) =>
        path.endsWith('.tsx') &&
        !path.endsWith('.test.tsx') &&
        (/\b(style=|dangerouslySetInnerHTML)/.test(text) ||
          // In an island Preact sets listeners, never attributes.
          (!path.startsWith('src/islands/') && /\bon[A-Z]\w+=/.test(text))),
    ),
  ).toEqual([])
})

test('every feature has the same shape', () => {
  const parts = globSync('src/features/*/*').map((path) => path.split('/').at(-1) ?? '')
  const known = ['feature.ts', 'README.md', 'sample.ts', 'sample', 'core', 'store', 'pages', 'views', 'work']
  expect(parts.filter((part) => !known.includes(part))).toEqual([])
  expect(
    features.filter(({ id }) => !existsSync(`src/features/${id}/README.md`)).map(({ id }) => id),
  ).toEqual([])
})

test('a wide blank at the end of a line of markup stands in braces: the compilers do not agree on dropping it', () => {
  expect(pathsWhere(({ path, text }) => path.endsWith('.tsx') && /^[ \t]*　|　$/m.test(text))).toEqual([])
})

test('the style sheet has no class that no markup uses', () => {
  const sheet = globSync('src/ui/styles/*.css')
    .map((path) => readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))
    .join('')
  const classes = new Set([...sheet.matchAll(/\.((?:sb|l|dads)-[\w-]+)/g)].map(([, name = '']) => name))
  const markup = sources
    .filter(({ path }) => path.startsWith('src/'))
    .map(({ text }) => text)
    .join('')
  // Written out, or put together: `dads-badge--${tone}`.
  const isUsed = (name: string) =>
    new RegExp(`${name}(?![\\w-])`).test(markup) || markup.includes(`${name.replace(/[^-]*$/, '')}\${`)
  expect(classes.size).toBeGreaterThan(100)
  expect([...classes].filter((name) => !isUsed(name))).toEqual([])
})
