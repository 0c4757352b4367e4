import { unpackEntry } from './unpack-entry.ts'
import { writeZip } from './write-zip.ts'
import { readZipDirectory } from './zip-directory.ts'

type Part = { name: string; content: Uint8Array }

/** Packs the parts of a written office file anew, because the libraries stamp every part with the present time. */
export const sameBytes = (
  written: Uint8Array,
  change: (parts: Part[]) => Part[] = (parts) => parts,
): Uint8Array => writeZip(change(partsOf(Buffer.from(written))))

function partsOf(written: Buffer): Part[] {
  const directory = readZipDirectory(written)
  if (directory.problem !== undefined) throw new Error(directory.problem)
  const parts = directory.entries.map((entry) => {
    const read = unpackEntry(written, entry, Number.MAX_SAFE_INTEGER)
    if (read.problem !== undefined) throw new Error(`${entry.name}: ${read.problem}`)
    return { name: entry.name, content: read.content }
  })
  return parts.filter(({ name }) => !name.endsWith('/'))
}

/**
 * Gives the parts of a DOCX names that follow from its content: the library draws the names of links at random and
 * counts bookmarks and drawings on from one document to the next. The times in its properties become `instant`.
 */
export function steadyWord(parts: readonly Part[], instant: string): Part[] {
  const isPicture = ({ name }: Part) => name.startsWith('word/media/')
  const texts = parts
    .filter((part) => !isPicture(part))
    .map(({ name, content }) => ({ name, text: Buffer.from(content).toString('utf8') }))
  const body = texts.find(({ name }) => name === 'word/document.xml')?.text ?? ''
  const names = new Map([...body.matchAll(changing)].map(([name]) => [name, '']))
  for (const [place, name] of [...names.keys()].entries()) {
    names.set(name, name.replace(/^(rId|_Toc|(?:w:)?id=").*?("?)$/s, `$1${place + 1000}$2`))
  }
  const steadyTexts = texts.map(({ name, text }) => {
    const steady = /^word\/(document\.xml|_rels\/document)/.test(name)
      ? text.replaceAll(changing, (found) => names.get(found) ?? found)
      : text
    return { name, content: Buffer.from(name === 'docProps/core.xml' ? dated(steady, instant) : steady) }
  })
  return [...steadyTexts, ...parts.filter(isPicture)]
}

const changing =
  /rId[\w-]{21}|_Toc\d+|(?<=<w:bookmark(?:Start|End) (?:[^>]*\s)?)w:id="\d+"|(?<=<wp:docPr )id="\d+"/g

const dated = (xml: string, instant: string) =>
  xml.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_whole, start: string) => start + instant)
