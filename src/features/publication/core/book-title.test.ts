import { expect, test } from 'vitest'
import { prefaceTitle, titleParts, visionLines } from './book-title.ts'

test('the last part of a Japanese title is its subtitle', () => {
  expect(titleParts('第2次みほん市総合計画 後期基本計画')).toEqual({
    title: '第2次みほん市総合計画',
    subtitle: '後期基本計画',
  })
  expect(titleParts('第6次総合計画')).toEqual({ title: '第6次総合計画', subtitle: '' })
  expect(titleParts('About OECD.AI')).toEqual({ title: 'About OECD.AI', subtitle: '' })
})

test('a vision of short Japanese lines may stand vertically', () => {
  expect(visionLines('水とみどりに ひとが集い 明日をひらくまち')).toEqual({
    lines: ['水とみどりに', 'ひとが集い', '明日をひらくまち'],
    isVertical: true,
  })
  expect(visionLines('笑顔と緑が、となりにあるまち').lines).toEqual(['笑顔と緑が、', 'となりにあるまち'])
})

test('a long vision is divided between words into lines of about the same length', () => {
  const { lines } = visionLines('だれもが安心して暮らし続けられる活力と潤いのあるふるさとづくりをめざして')
  expect(lines.join('')).toBe('だれもが安心して暮らし続けられる活力と潤いのあるふるさとづくりをめざして')
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(16)
})

test('Latin words and sentences stand horizontally', () => {
  expect(visionLines('America is ready to solve problems').isVertical).toBe(false)
  expect(visionLines('').lines).toEqual([])
})

test('the preface is named after the office of its author', () => {
  expect(prefaceTitle('みほん市長　見本 花子')).toBe('市長あいさつ')
  expect(prefaceTitle('みほん町長')).toBe('町長あいさつ')
  expect(prefaceTitle('会長')).toBe('あいさつ')
})
