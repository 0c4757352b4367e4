import { SaxesParser } from 'saxes'

/** Whether a text is complete XML. The library reads broken XML in silence and loses what follows the break. */
export function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser({})
  let isSound = true
  parser.on('error', () => {
    isSound = false
  })
  for (let at = 0; at < xml.length && isSound; at += step) parser.write(xml.slice(at, at + step))
  if (isSound) parser.close()
  return isSound
}

const step = 64 * 1024
