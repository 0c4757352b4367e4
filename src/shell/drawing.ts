import { renderToString } from 'preact-render-to-string'
import { svgFile } from '#src/lib/chart/svg-file.ts'
import type { Download, Screen } from '#src/platform/page.ts'

/** The drawing a staff page is asked for by `?svg=id`, as a file; nothing when it is not asked or has none. */
export function drawingOf({ title, body }: Screen, url: URL): Download | undefined {
  const id = url.searchParams.get('svg')
  const file = id ? svgFile(renderToString(body), id) : undefined
  return file === undefined ? undefined : { file, contentType: 'image/svg+xml', fileName: `${title}.svg` }
}

/** Links to drawings keep what the page was asked for, so that the file shows what the page shows. */
export function keepQuestion(body: string, url: URL): string {
  const asked = new URLSearchParams(url.search)
  for (const name of ['svg', 'notice']) asked.delete(name)
  const question = asked.toString().replaceAll('&', '&amp;')
  return question === '' ? body : body.replaceAll('href="?svg=', `href="?${question}&amp;svg=`)
}
