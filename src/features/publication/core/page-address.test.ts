import { expect, test } from 'vitest'
import { pageAddress, shownAddress } from './page-address.ts'

test('addresses are whole however the site is written, and readable', () => {
  expect(pageAddress('https://plan.example.jp/', '/plan')).toBe('https://plan.example.jp/plan')
  expect(pageAddress('https://みほん.example.jp', '/plan')).toMatch(/^https:\/\/xn--/)
  expect(shownAddress('https://plan.example.jp/%E8%A8%88')).toBe('https://plan.example.jp/計')
})
