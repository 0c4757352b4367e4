/**
 * A drawing of a page as a file of its own: the SVG whose title has the id `${id}t`, with what a file needs besides
 * (name space, size, fonts, white ground). Nothing when the page has no such drawing. Our drawings hold no other SVG.
 */
export function svgFile(html: string, id: string): string | undefined {
  if (!/^[\w-]{1,80}$/.test(id)) return undefined
  const named = html.indexOf(`aria-labelledby="${id}t `)
  const from = named < 0 ? -1 : html.lastIndexOf('<svg', named)
  const end = html.indexOf('</svg>', from)
  if (from < 0 || end < 0) return undefined
  const svg = html.slice(from, end + '</svg>'.length)
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)
  if (!box) return undefined
  const [, width, height] = box
  const inside = svg.slice(svg.indexOf('>') + 1)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `,
    `role="img" aria-labelledby="${id}t ${id}d" font-family="'BIZ UDPGothic', 'Noto Sans JP', sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    inside,
    '\n',
  ].join('')
}
