import { expect, test } from 'vitest'
import { answersDocument } from './answers-document.ts'
import { noReferences } from './references.ts'
import type { RequestRound, RequestSheet } from './sheets.ts'

const field = (id: string, label: string) => ({ id, label, kind: 'text' as const, isRequired: false })
const round = { title: '現況調査', fields: [field('a', '課題'), field('b', '方向')] } as RequestRound
const sheet = { subject: '防災', unitId: 'ou_1', answers: { a: '一行目\n二行目' } } as unknown as RequestSheet

test('every sheet is a chapter with each field; what was left open is a dash', () => {
  const { blocks, subtitle } = answersDocument({
    round,
    sheets: [sheet],
    references: noReferences,
    unitName: () => '防災課',
    city: 'つくばみらい市',
    isInvented: true,
    today: '2026-09-01',
  })
  expect(subtitle).toContain('見本（架空）')
  expect(blocks.slice(1)).toMatchObject([
    { kind: 'heading', level: 1, text: '防災' },
    { kind: 'paragraph', runs: ['担当：防災課'] },
    {
      kind: 'table',
      rows: [
        [['課題'], ['一行目', { break: true }, '二行目']],
        [['方向'], ['―']],
      ],
    },
  ])
})
