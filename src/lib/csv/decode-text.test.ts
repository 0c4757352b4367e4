import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const utf16 = (text: string, isLittle: boolean) =>
  new Uint8Array(
    [...Array(text.length).keys()].flatMap((position) => {
      const code = text.charCodeAt(position)
      const pair = [code >> 8, code & 255]
      return isLittle ? pair.reverse() : pair
    }),
  )

test('UTF-8 is read with and without BOM, and the BOM is not part of the text', () => {
  const bytes = new TextEncoder().encode('名前,種類\r\n')
  expect(decodeText(bytes)).toEqual({ text: '名前,種類\r\n', encoding: 'utf-8' })
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toMatchObject({ text: '名前,種類\r\n' })
})

test('Shift_JIS as Windows writes it: 髙, ①, ～ and half-width kana', () => {
  const bytes = new Uint8Array([0x89, 0xdb, 0xfb, 0xfc, 0x87, 0x40, 0x81, 0x60, 0xb1])
  expect(decodeText(bytes)).toEqual({ text: '課髙①～ｱ', encoding: 'shift_jis' })
})

test('UTF-16 is read by its BOM, or by its zero bytes', () => {
  const text = '髙﨑𠮷,課\r\n'
  expect(decodeText(new Uint8Array([0xff, 0xfe, ...utf16(text, true)]))).toEqual({
    text,
    encoding: 'utf-16le',
  })
  expect(decodeText(new Uint8Array([0xfe, 0xff, ...utf16(text, false)]))).toEqual({
    text,
    encoding: 'utf-16be',
  })
  expect(decodeText(utf16(text, true))).toEqual({ text, encoding: 'utf-16le' })
  expect(decodeText(utf16(text, false))).toEqual({ text, encoding: 'utf-16be' })
})

test('what is no text is told in words', () => {
  expect(decodeText(new Uint8Array([0xff, 0x00, 0xfd]))).toEqual({
    problem: expect.stringContaining('文字コード'),
  })
  expect(decodeText(new Uint8Array([0x85, 0x40, 0x80]))).toEqual({
    problem: expect.stringContaining('文字コード'),
  })
  expect(decodeText(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]))).toEqual({
    problem: expect.stringContaining('エクセルのブック'),
  })
})

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})
