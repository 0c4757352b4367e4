import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders, readCoverage } from './fonts.ts'
import { type Coverage, replaceMissing } from './missing-characters.ts'
import type { Typeset, TypesetAnswer, TypesetMessage } from './typesetting.ts'

const compilers = new Map<string, NodeCompiler>()
let coverage: Coverage | undefined

/**
 * Typesets one job at a time in a process of its own: Typst is synchronous, keeps what it allocated until its process
 * ends, and could take a whole server with it. It ends with whoever started it.
 */
process.on('message', (message: TypesetMessage) => {
  process.send?.(answer(message))
})
process.on('disconnect', () => process.exit())

function answer(message: TypesetMessage): TypesetAnswer {
  try {
    return { typeset: typeset(message) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function typeset({ templates, main, data, date, marks }: TypesetMessage): Typeset {
  const root = fileURLToPath(templates)
  const compiler = compilerFor(root)
  compiler.resetShadow()
  const missing = Object.entries(data).flatMap(([path, text]) => {
    const shown = shownFile(path, text)
    compiler.mapShadow(join(root, path), Buffer.from(shown.text))
    return shown.missing
  })
  const compiled = compiler.compile({ mainFilePath: join(root, main) })
  const { result } = compiled
  if (!result) throw new Error(diagnosis(compiler, compiled.takeError()))
  const pdf = pdfOf(compiler, result, date)
  const found = { pages: result.numOfPages, marks: marks ? markedValues(compiler, result, marks) : [] }
  // Only what this job used is kept, for the next one when it changes little.
  compiler.evictCache(1)
  return { pdf, ...found, missing }
}

function pdfOf(compiler: NodeCompiler, result: NodeTypstDocument, date: string): Uint8Array {
  const creationTimestamp = Date.parse(`${date}T00:00:00Z`) / 1000
  return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp }))
}

function compilerFor(workspace: string): NodeCompiler {
  const known = compilers.get(workspace)
  if (known) return known
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders }] })
  compilers.set(workspace, compiler)
  return compiler
}

function shownFile(path: string, text: string) {
  if (!path.endsWith('.json')) return { text, missing: [] }
  coverage ??= readCoverage()
  const { value, missing } = replaceMissing(JSON.parse(text), coverage, [path])
  return { text: JSON.stringify(value), missing }
}

const markedValues = (compiler: NodeCompiler, result: NodeTypstDocument, label: string): unknown[] =>
  compiler.query(result, { selector: `<${label}>`, field: 'value' })

function diagnosis(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return 'no reason given'
  return compiler
    .fetchDiagnostics(error)
    .map(({ message, path = '', range = '' }) => `${message} ${path} ${JSON.stringify(range)}`)
    .join('\n')
}
