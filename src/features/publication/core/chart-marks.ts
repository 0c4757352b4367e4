/**
 * The marks of a drawing by what they look like without colour: kind, size, line, filled or hollow. White is no colour, it
 * makes a mark hollow. Where two marks share their form, only their colour tells them apart.
 */
export function marksOf(svg: string): { form: string; colour: string }[] {
  return [...svg.matchAll(/<(circle|path|rect)\b([^>]*)\/>/g)].map(([, kind = '', attributes = '']) => {
    const of = (name: string) => new RegExp(`(?<![-\\w])${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const fill = paint(of('fill'))
    const steps = of('d')
      .replaceAll(/[^A-Za-z]/g, '')
      .replaceAll(/(.)\1+/g, '$1')
    const form = [kind, of('r'), steps, of('stroke-width'), of('stroke-dasharray'), fill ? 'filled' : '']
    return { form: form.filter(Boolean).join(' '), colour: paint(of('stroke')) || fill }
  })
}

const paint = (colour: string) => (colour === 'none' || /^#f{3,6}$/i.test(colour) ? '' : colour)
