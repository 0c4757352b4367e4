import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fontFiles } from '../pdf/fonts.ts'

let loading: Promise<void> | undefined
let fonts: Uint8Array[] | undefined

/** Loads what draws pictures; to be awaited before `pictureOf`. */
export function loadDrawing(): Promise<void> {
  loading ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm)
  return loading
}

/** An SVG as PNG on white at twice its size, with the Gothic of the installation. The same SVG gives the same bytes. */
export function pictureOf(svg: string): { png: Uint8Array; width: number; height: number } {
  fonts ??= fontFiles.filter((file) => file.includes('Gothic')).map((file) => readFileSync(file))
  const drawn = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontBuffers: fonts, defaultFontFamily: 'BIZ UDPGothic' },
  })
  const { width, height } = drawn
  const picture = drawn.render()
  const png = picture.asPng()
  picture.free()
  drawn.free()
  return { png, width, height }
}
