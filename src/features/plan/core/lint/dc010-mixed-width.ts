import type { Rule } from './finding.ts'

const half = /[0-9A-Za-z]/
const full = /[０-９Ａ-Ｚａ-ｚ]/

/** DC010: half- and full-width digits or letters in one field. */
export const mixedWidth: Rule = {
  id: 'DC010',
  group: 'DC',
  severity: 'W',
  gate: 'G2',
  title: '全角と半角がまじっている',
  rationale: '検索でそろわず、読み上げも不自然になります。',
  needs: [],
  check: ({ texts }) =>
    texts.flatMap(({ subjectId, field, paragraphId, text }) => {
      if (!full.test(text) || !half.test(text.replaceAll(/\{\{[^}]*\}\}/g, ''))) return []
      return [
        {
          subjectId,
          field,
          ...(paragraphId ? { paragraphId } : {}),
          key: paragraphId ?? '',
          message: `全角と半角の${/[０-９]/.test(text) ? '数字' : '英字'}がまじっています。`,
          advice: '半角にそろえてください。',
          fix: { subjectId, from: text, to: toHalf(text) },
        },
      ]
    }),
}

const toHalf = (text: string) =>
  text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
